/** Runs before each `*.browser.test.*`: the English catalogue and the words of every language, as in the built extension. */
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { type GetMessage, readTextsFrom } from '../../components/ui/text.ts';
import { allWords } from '../../lib/pages/all-words.ts';
import { learnWords } from '../../lib/pages/words.ts';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { wake } from './drawing.ts';

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

function fill(text: string, substitutions: readonly string[]): string {
  return text.replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '').replaceAll('$$', '$');
}

/** `browser.i18n.getMessage` over a catalogue. */
export function messagesOf(texts: Record<string, Message>): GetMessage {
  return (key, substitutions = []) => {
    const entry = texts[key];
    if (!entry) return '';
    const named = entry.message.replace(/\$([A-Za-z_][A-Za-z0-9_@]*)\$/g, (whole, name: string) => {
      const content = entry.placeholders?.[name.toLowerCase()]?.content;
      return content === undefined ? whole : fill(content, substitutions);
    });
    return fill(named, substitutions);
  };
}

readTextsFrom(messagesOf(catalogue));
learnWords(allWords);

let failed = false;
beforeAll(wake);
beforeEach(async () => {
  if (failed) await wake();
  failed = false;
});
afterEach(({ task }) => {
  failed = task.result?.state === 'fail';
});
