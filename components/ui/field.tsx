/** Labelled fields of forms, with what is said beside them. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Labelled {
  label: string;
  /** Where the value comes from, or what is expected. */
  note?: ComponentChildren;
}

interface Props extends Labelled {
  children: (ids: { id: string; 'aria-describedby': string | undefined }) => JSX.Element;
}

/** Label, control and note, tied together for assistive technology. */
export function Field({ label, note, children }: Props) {
  const id = useId();
  return (
    <div class="field">
      <span>
        <label for={id}>{label}</label>
      </span>
      {children({ id, 'aria-describedby': note ? `${id}-note` : undefined })}
      {note && <small id={`${id}-note`}>{note}</small>}
    </div>
  );
}

interface TypedIn<Control> extends Labelled {
  value: string;
  /** Hears of every letter. */
  onValue: (text: string, control: Control) => void;
  required?: boolean;
  maxLength?: number;
  spellcheck?: boolean;
  'aria-invalid'?: boolean;
}

interface InputProps extends TypedIn<HTMLInputElement> {
  type?: 'text' | 'email' | 'date' | 'number';
  class?: string;
  min?: string | number;
  max?: number;
  step?: number;
  inputMode?: 'numeric' | 'decimal';
  autocomplete?: 'off';
  placeholder?: string;
  /** The id of a `datalist`; for texts only. */
  list?: string;
}

/** One line: a text, an address, a day or a number. */
export function InputField({ label, note, onValue, type = 'text', ...attributes }: InputProps) {
  return (
    <Field label={label} note={note}>
      {(ids) => (
        <input
          {...ids}
          {...attributes}
          type={type}
          onInput={({ currentTarget }) => onValue(currentTarget.value, currentTarget)}
        />
      )}
    </Field>
  );
}

/** A text of several lines. */
export function TextField({ label, note, onValue, ...attributes }: TypedIn<HTMLTextAreaElement> & { rows: number }) {
  return (
    <Field label={label} note={note}>
      {(ids) => (
        <textarea
          {...ids}
          {...attributes}
          onInput={({ currentTarget }) => onValue(currentTarget.value, currentTarget)}
        />
      )}
    </Field>
  );
}

/** One entry of a list to choose from. */
export interface Choice<T extends string> {
  id: T;
  text: string;
}

/** Entries for what is in a list, each with its text. */
export function choicesOf<T extends string>(list: readonly T[], textOf: (each: T) => string): Choice<T>[] {
  return list.map((id) => ({ id, text: textOf(id) }));
}

interface ChoiceProps<T extends string> extends Labelled {
  value: T;
  choices: readonly Choice<T>[];
  required?: boolean;
  onValue: (chosen: T) => void;
}

/** One of several: the browser's own list. */
export function ChoiceField<T extends string>({ label, note, value, choices, required, onValue }: ChoiceProps<T>) {
  return (
    <Field label={label} note={note}>
      {(ids) => (
        <select
          {...ids}
          required={required}
          value={value}
          onChange={({ currentTarget }) => onValue(choices[currentTarget.selectedIndex]!.id)}
        >
          {choices.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
