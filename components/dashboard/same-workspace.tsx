/** A workspace's name that PandaDoc does not show any more, and new ones: is it the same under another name? */
import { useId, useMemo, useState } from 'preact/hooks';
import { type Renamed, renamedWorkspaces } from '../../lib/domain/merge-records.ts';
import type { Estate } from '../ui/estate.ts';
import { workspaceText } from '../ui/impact-text.ts';
import { plural, t } from '../ui/text.ts';
import { MergeDialog } from './merge-dialog.tsx';

function Question({
  estate,
  renamed: { workspaceId, candidates },
  onSame,
}: {
  estate: Estate;
  renamed: Renamed;
  onSame: (ids: readonly [string, string]) => void;
}) {
  const id = useId();
  const [picked, setPicked] = useState('');
  const nameOf = (each: string): string => {
    for (const { index } of estate.organizations.value) {
      const workspace = index.workspaces.get(each);
      if (workspace) return workspaceText(workspace.name);
    }
    return workspaceText(null);
  };
  const other = candidates.length === 1 ? candidates[0]! : candidates.includes(picked) ? picked : '';
  const apart = (): void => {
    const done = t('same_apart_done', nameOf(workspaceId));
    void estate.change('own/keep-apart', { workspaceId, others: candidates }, done);
  };
  return (
    <div class="question">
      <p>
        {candidates.length === 1
          ? t('same_one', nameOf(workspaceId), nameOf(candidates[0]!))
          : t('same_several', nameOf(workspaceId))}
      </p>
      {candidates.length > 1 && (
        <label class="field" for={`${id}-which`}>
          <span>{t('same_which')}</span>
          <select id={`${id}-which`} value={picked} onChange={(event) => setPicked(event.currentTarget.value)}>
            <option value="">{t('ui_choose')}</option>
            {candidates.map((each) => (
              <option key={each} value={each}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="actions">
        <button
          type="button"
          class="primary small"
          disabled={other === ''}
          onClick={() => onSame([workspaceId, other])}
        >
          {t('same_yes')}
        </button>
        <button type="button" class="quiet small" onClick={apart}>
          {t('same_no')}
        </button>
      </div>
    </div>
  );
}

/** The open questions, `most` at a time; nothing where there is none. */
export function SameWorkspace({ estate, most }: { estate: Estate; most: number }) {
  const [merging, setMerging] = useState<readonly [string, string] | null>(null);
  const { workspaces, coverage } = estate.records.value;
  const apart = estate.apart.value;
  const renamed = useMemo(() => renamedWorkspaces(workspaces, coverage, apart), [workspaces, coverage, apart]);
  return (
    <>
      {renamed.length > 0 && (
        <section class="questions" aria-label={t('same_heading')}>
          <h2>{t('same_heading')}</h2>
          {renamed.slice(0, most).map((each) => (
            <Question key={each.workspaceId} estate={estate} renamed={each} onSame={setMerging} />
          ))}
          {renamed.length > most && <p class="soft">{plural('same_more', renamed.length - most)}</p>}
        </section>
      )}
      {merging && <MergeDialog estate={estate} store="workspaces" ids={merging} onClose={() => setMerging(null)} />}
    </>
  );
}
