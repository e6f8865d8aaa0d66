/** Search and filters above the mapping, with what was counted. */
import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { holdsRun, typedRun } from '../../lib/domain/secrets.ts';
import type { Region } from '../../lib/domain/words.ts';
import type { Estate } from './estate.ts';
import { type KeyQuery, warmSearch } from './find-keys.ts';
import { Icon } from './icons.tsx';
import { plural, t } from './text.ts';

/** `9 keys, 4 owners unknown, 2 workspaces unread`. */
export function countsText({ keys, ownersUnknown, workspacesUnread }: Estate['counts']['value']): string {
  return t(
    'ui_counts',
    plural('ui_count_keys', keys),
    plural('ui_count_owners_unknown', ownersUnknown),
    plural('ui_count_workspaces_unread', workspacesUnread),
  );
}

/** The search box and the filters. */
export function KeySearch({ query, estate }: { query: Signal<KeyQuery>; estate: Estate }) {
  const rows = estate.rows.value;
  useEffect(() => {
    const warming = warmSearch(rows);
    return () => warming.stop();
  }, [rows]);
  const { text, region, unknownOwner } = query.value;
  const [key, setKey] = useState(false);
  return (
    <div class="search-row">
      <div class="search-field">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('ui_search_keys')}
          placeholder={t('ui_search_keys_example')}
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby="search-help"
          onInput={(event) => {
            const field = event.currentTarget;
            // Whoever pastes a key here wants to know whose it is; it is not looked for, and does not stay.
            const isKey = holdsRun(field.value, typedRun);
            if (isKey) field.value = '';
            setKey(isKey);
            query.value = { ...query.value, text: field.value };
          }}
        />
      </div>
      <p role="status" class={key ? 'alert' : 'visually-hidden'}>
        {key ? t('ui_search_key') : ''}
      </p>
      <select
        aria-label={t('ui_filter_region')}
        value={region}
        onChange={(event) => (query.value = { ...query.value, region: event.currentTarget.value as Region | 'all' })}
      >
        <option value="all">{t('ui_region_all')}</option>
        <option value="us">US</option>
        <option value="eu">EU</option>
      </select>
      <label class="check">
        <input
          type="checkbox"
          checked={unknownOwner}
          onChange={(event) => (query.value = { ...query.value, unknownOwner: event.currentTarget.checked })}
        />
        <span>{t('ui_filter_unknown_owner')}</span>
      </label>
      <p id="search-help" class="soft search-help">
        {t('ui_search_help')}
      </p>
    </div>
  );
}
