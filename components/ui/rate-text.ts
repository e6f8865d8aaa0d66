/** How full an owner's rate limits are, in words. */
import type { ClassUse, RateAdvice, RateGroup, UseLevel } from '../../lib/domain/rate-budget.ts';
import { numberText } from './format.ts';
import { type MessageKey, plural, t } from './text.ts';

const levels = {
  fine: 'rate_fine',
  watch: 'rate_watch',
  tight: 'rate_tight',
  throttled: 'rate_throttled',
} as const satisfies Record<UseLevel, MessageKey>;

/** `fine`, `watch`, `tight`, `throttled`. */
export function levelText(level: UseLevel): string {
  return t(levels[level]);
}

/** A share of a limit in per cent. */
export function percentText(use: number): string {
  return t('rate_percent', numberText(Math.round(use * 100)));
}

/** `create, sandbox keys` for calls that are counted apart. */
export function className({ name, type }: ClassUse): string {
  return type === 'sandbox' ? t('rate_class_sandbox', name) : name;
}

/** `88 % of create, tight`. */
export function useLine(use: ClassUse): string {
  if (use.use === null || use.level === null) return t('rate_no_limit', className(use), numberText(use.demand));
  return t('rate_use', percentText(use.use), className(use), levelText(use.level));
}

/** The class of which most is used; `null` where nothing that has a limit is declared. */
export function fullestUse({ classes }: RateGroup): ClassUse | null {
  return classes.reduce<ClassUse | null>(
    (most, each) => (each.use !== null && (most === null || each.use > (most.use ?? 0)) ? each : most),
    null,
  );
}

/** What is not known about a group's demand; `null` where all of it is declared. */
export function undeclaredText({ undeclared, keyIds }: RateGroup): string | null {
  if (undeclared.length === 0) return null;
  return undeclared.length === keyIds.length
    ? t('rate_not_declared')
    : plural('rate_not_declared_for', undeclared.length);
}

/** How many owners would do, each filled to the policy's `target` share at most, and that fewer are not possible. */
export function adviceText({ owners, atLeast, oversized, notPlaced }: RateAdvice, target: number): string[] {
  const most = percentText(target);
  return [
    owners.length > 1 || oversized.length > 0 ? plural('rate_advice', owners.length, numberText(atLeast), most) : null,
    oversized.length > 0 ? plural('rate_oversized', oversized.length, most) : null,
    notPlaced.length > 0 && owners.length > 0 ? plural('rate_not_placed', notPlaced.length) : null,
  ].filter((text) => text !== null);
}
