/** Where am I: whether the guard stands on this tab, and what to do where it does not. */
import type { GuardState } from '../../lib/messages/protocol.ts';
import { copyText } from '../ui/copy.ts';
import { Icon } from '../ui/icons.tsx';
import { workspaceText } from '../ui/impact-text.ts';
import { type MessageKey, plural, t } from '../ui/text.ts';
import type { PopupModel, TabGuard } from './popup-model.ts';

const states = {
  armed: ['guard_armed', 'guard_armed_about'],
  degraded: ['guard_degraded', 'guard_degraded_about'],
  blind: ['guard_blind', 'guard_blind_about'],
  starting: ['guard_starting', 'guard_starting_about'],
  off: ['guard_off', 'guard_off_about'],
} as const satisfies Record<GuardState, readonly [MessageKey, MessageKey]>;

/** Organization and workspace of the page, as far as it was read; `null` where nothing of it was. */
function placeText({ estate }: PopupModel, { place }: TabGuard): string | null {
  const organization = place && estate.organizations.value.find(({ id }) => id === place.organizationId);
  if (!organization) return null;
  const name = organization.name ?? t('ui_organization_unnamed');
  const workspace = organization.index.workspaces.get(place.workspaceId ?? '');
  return workspace ? t('ui_organization', name, workspaceText(workspace.name)) : name;
}

interface StateProps {
  state: GuardState;
  region: string | null;
  place: string | null;
  about: MessageKey;
}

function State({ state, region, place, about }: StateProps) {
  const [word] = states[state];
  return (
    <>
      <Icon name={state === 'armed' || state === 'starting' ? 'shield' : 'shieldOff'} />
      <p>
        <strong>{region ? t('guard_in_region', t(word), region.toUpperCase()) : t(word)}</strong>
        {place !== null && <span>{place}</span>}
        <span>{t(about)}</span>
      </p>
    </>
  );
}

/** The guard's state on this tab, or that this is no page of PandaDoc; and tabs that wait for a reload. */
export function Where({ model }: { model: PopupModel }) {
  const here = model.here.value;
  const unguarded = model.unguarded.value;
  const diagnosis = model.diagnosis.value;
  return (
    <>
      {here.kind === 'pandadoc' &&
        (here.guard.reload ? (
          <div class="where where-blind">
            <Icon name="shieldOff" />
            <p>
              <strong>{t('guard_reload')}</strong>
              <span>{t('guard_reload_about')}</span>
            </p>
            <button type="button" class="primary small" onClick={() => void model.reload(here.tabId)}>
              <Icon name="reload" />
              {t('guard_reload_this_tab')}
            </button>
          </div>
        ) : (
          <div class={`where where-${here.guard.state}`}>
            <State
              state={here.guard.state}
              region={here.guard.region}
              place={placeText(model, here.guard)}
              about={states[here.guard.state][1]}
            />
            {diagnosis && (
              <button type="button" class="secondary small" onClick={() => void copyText(model.estate, diagnosis)}>
                <Icon name="copy" />
                {t('guard_copy_diagnosis')}
              </button>
            )}
          </div>
        ))}
      {here.kind === 'elsewhere' && (
        <div class="where where-off">
          <Icon name="shield" />
          <p>
            <strong>{t('guard_elsewhere')}</strong>
            <span>{here.guarded > 0 ? plural('guard_elsewhere_open', here.guarded) : t('guard_elsewhere_none')}</span>
          </p>
        </div>
      )}
      {unguarded.length > 0 && (
        <div class="where where-blind">
          <Icon name="shieldOff" />
          <div class="where-tabs">
            <p>
              <strong>{plural('guard_other_tabs', unguarded.length)}</strong>
            </p>
            <ul role="list">
              {unguarded.map((tab) => (
                <li key={tab.id}>
                  <span class="cut">{tab.title ?? t('guard_tab_untitled')}</span>
                  <button
                    type="button"
                    class="secondary small"
                    aria-label={t('guard_reload_tab', tab.title ?? t('guard_tab_untitled'))}
                    onClick={() => void model.reload(tab.id)}
                  >
                    {t('guard_reload_short')}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}
