/** One labelled field of a form, with what is said beside it. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  /** Where the value comes from, or what is expected. */
  note?: ComponentChildren;
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
