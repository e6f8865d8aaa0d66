/** An impact in the words that are the same everywhere, with a button that copies them. */
import type { Instant } from '../../lib/domain/words.ts';
import { copyText } from '../ui/copy.ts';
import type { Estate } from '../ui/estate.ts';
import { Icon } from '../ui/icons.tsx';
import { ConsequenceList } from '../ui/consequence-list.tsx';
import { forwardText, type ImpactWords, mayOwnHead } from '../ui/impact-text.ts';
import { t } from '../ui/text.ts';

export function ImpactPart({ words, about, estate }: { words: ImpactWords; about: readonly string[]; estate: Estate }) {
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
    </div>
  );
}
