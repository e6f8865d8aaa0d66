/** Calls per minute of a key, class by class, as the CSV writes them. */
import { splitDemand } from '../../lib/domain/mapping-csv.ts';
import { Field } from '../ui/field.tsx';
import { t } from '../ui/text.ts';

interface Props {
  value: string;
  required?: boolean;
  onInput: (value: string) => void;
}

/** The field; what cannot be read keeps the form from being sent. */
export function DemandField({ value, required = false, onInput }: Props) {
  return (
    <Field label={t('dashboard_field_demand')} note={t('dashboard_field_demand_note')}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          autocomplete="off"
          spellcheck={false}
          required={required}
          value={value}
          onInput={(event) => {
            const input = event.currentTarget;
            input.setCustomValidity(splitDemand(input.value) ? '' : t('rejection_not_a_demand'));
            onInput(input.value);
          }}
        />
      )}
    </Field>
  );
}
