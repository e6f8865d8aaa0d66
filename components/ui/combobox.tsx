/** A text field that finds one of many by typing: the combobox pattern with a list box below. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Address } from './address.tsx';
import { Icon } from './icons.tsx';
import { plural, t } from './text.ts';

export interface Choice {
  id: string;
  text: string;
  secondary?: string | null;
  tag?: string | null;
}

interface Props {
  label: string;
  /** Shows the label as a label instead of inside the field. */
  labelled?: boolean;
  /** All choices for a text, best first. */
  find: (text: string) => readonly Choice[];
  /** The text of what is chosen now. */
  value: string;
  onChoose: (choice: Choice | null) => void;
  /** Said when nothing fits. */
  nothing: () => string;
  /** Offered below the choices for a text that fits none exactly; its id is `new:<text>`. */
  offerNew?: (text: string) => string;
  icon?: ComponentChildren;
  describedBy?: string | undefined;
}

/** More choices than this are not drawn: typing on is quicker than scrolling. */
const most = 50;

/** The field and its list. */
export function Combobox({ label, labelled, find, value, onChoose, nothing, offerNew, icon, describedBy }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);

  // At once: after the next paint it would take back what was typed until then.
  useLayoutEffect(() => setText(value), [value]);

  // Opened on a chosen value, the list shows everybody: the text is an answer then, not a question.
  const typed = text === value ? '' : text.trim();
  const found = open ? find(typed) : [];
  const choices: Choice[] = found.slice(0, most);
  if (open && offerNew && typed !== '' && !found.some((choice) => [choice.text, choice.secondary].includes(typed))) {
    choices.push({ id: `new:${typed}`, text: offerNew(typed) });
  }
  const shown = open && choices.length > 0;
  const at = Math.min(active, choices.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, shown]);

  const choose = (choice: Choice): void => {
    setOpen(false);
    if (!choice.id.startsWith('new:')) setText(choice.text);
    onChoose(choice);
  };
  const onKey = (event: KeyboardEvent): void => {
    const move = (to: number): void => {
      event.preventDefault();
      if (open) setActive(Math.max(0, Math.min(to, choices.length - 1)));
      else {
        setOpen(true);
        setActive(0);
      }
    };
    if (event.key === 'ArrowDown') move(event.altKey ? at : at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown' && open) move(at + 8);
    else if (event.key === 'PageUp' && open) move(at - 8);
    else if (event.key === 'Enter') {
      const choice = choices[at];
      if (!shown || !choice) return;
      event.preventDefault();
      choose(choice);
    } else if (event.key === 'Escape' && (open || text !== '')) {
      // Twice: the first puts the list away, the second empties the field. Neither closes what is around it.
      event.preventDefault();
      event.stopPropagation();
      if (open) {
        setOpen(false);
        setText(value);
      } else {
        setText('');
        onChoose(null);
      }
    }
  };

  return (
    <div class={`combobox ${icon ? 'with-icon' : ''}`}>
      {labelled && <label for={`${id}-input`}>{label}</label>}
      <div class="combobox-field">
        {icon}
        <input
          ref={input}
          id={`${id}-input`}
          type="text"
          role="combobox"
          aria-label={labelled ? undefined : label}
          placeholder={labelled ? undefined : label}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-activedescendant={shown ? `${id}-${at}` : undefined}
          aria-describedby={describedBy}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
            setOpen(true);
            if (event.currentTarget.value === '') onChoose(null);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKey}
          onBlur={() => {
            setOpen(false);
            setText(value);
          }}
        />
        {value !== '' && (
          <button
            type="button"
            class="quiet icon-only"
            aria-label={t('ui_clear')}
            onClick={() => {
              setText('');
              onChoose(null);
              input.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {shown && (
        <ul ref={list} id={`${id}-list`} role="listbox" aria-label={label} class="listbox">
          {choices.map((choice, index) => (
            <li
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              // Pressing must not take the focus from the field, which would close the list first. Not `pointerdown`: in
              // Firefox the focus moves all the same.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              <span class="choice-text">{choice.text}</span>
              {choice.secondary && (
                <span class="choice-secondary">
                  <Address>{choice.secondary}</Address>
                </span>
              )}
              {choice.tag && <span class="choice-tag">{choice.tag}</span>}
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite" class="combobox-note">
        {open && choices.length === 0 && <p>{nothing()}</p>}
        {open && found.length > most && <p>{plural('ui_more_matches', found.length - most)}</p>}
      </div>
    </div>
  );
}
