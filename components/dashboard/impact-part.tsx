/** An impact in the words that are the same everywhere, with a button that copies them, and as a picture. */
import { useMemo } from 'preact/hooks';
import type { Impact } from '../../lib/domain/impact.ts';
import type { Instant } from '../../lib/domain/words.ts';
import { copyText } from '../ui/copy.ts';
import type { Estate, OrganizationView } from '../ui/estate.ts';
import { Icon } from '../ui/icons.tsx';
import { ConsequenceList } from '../ui/consequence-list.tsx';
import { forwardText, type ImpactWords, mayOwnHead } from '../ui/impact-text.ts';
import { t } from '../ui/text.ts';
import { EstatePicture } from './estate-picture.tsx';
import { fatesOf } from './map-model.ts';

/** The keys that an act is about, as a picture; nothing where it is about none. */
function ImpactPicture({ estate, impact, organization }: Pick<Props, 'estate' | 'impact' | 'organization'>) {
  const rows = estate.rows.value;
  // The impact is worked out anew with every drawing, and says the same as long as its parts do.
  const said = JSON.stringify([...fatesOf(impact)]);
  const given = useMemo(() => fatesOf(impact), [said]);
  const all = useMemo(() => rows.filter((row) => row.organization.id === organization.id), [rows, organization.id]);
  const about = useMemo(() => all.filter(({ id }) => given.has(id)), [all, given]);
  if (about.length === 0) return null;
  return (
    <div class="impact-picture">
      <h3>{t('map_picture')}</h3>
      <EstatePicture rows={about} all={all} given={given} label={t('map_picture')} />
    </div>
  );
}

interface Props {
  words: ImpactWords;
  about: readonly string[];
  estate: Estate;
  impact: Impact;
  organization: OrganizationView;
}

/** All that is said of an act. */
export function ImpactPart({ words, about, estate, impact, organization }: Props) {
  const now: Instant = estate.now.value;
  return (
    <div class={`impact impact-${words.answer}`}>
      <p>
        <strong class="impact-word">{words.word}</strong> <span>{words.summary}</span>
      </p>
      {words.keys.length > 0 && (
        <ul>
          {words.keys.map(({ id, line }) => (
            <li key={id}>{line}</li>
          ))}
        </ul>
      )}
      {words.mayOwn.length > 0 && (
        <>
          <p>{mayOwnHead()}</p>
          <ul>
            {words.mayOwn.map(({ id, line }) => (
              <li key={id}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {words.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {words.unknown.length > 0 && (
        <div class="impact-unknown">
          <p class="strong">{t('popup_not_known_head')}</p>
          {words.unknown.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <ConsequenceList parts={words.consequences} />
      {words.readings && <p class="soft">{words.readings}</p>}
      <button
        type="button"
        class="secondary small"
        onClick={() => void copyText(estate, forwardText(words, about, now))}
      >
        <Icon name="copy" />
        {t('popup_copy')}
      </button>
      <ImpactPicture estate={estate} impact={impact} organization={organization} />
    </div>
  );
}
