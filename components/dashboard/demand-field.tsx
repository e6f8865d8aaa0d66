/** Calls per minute of a key, class by class, as the CSV writes them. */
import { splitDemand } from '../../lib/domain/mapping-csv.ts';
import { InputField } from '../ui/field.tsx';
import { t } from '../ui/text.ts';

interface Props {
  value: string;
  required?: boolean;
  onInput: (value: string) => void;
}

/** The field; what cannot be read keeps the form from being sent. */
export function DemandField({ value, required = false, onInput }: Props) {
  return (
    <InputField
      label={t('dashboard_field_demand')}
      note={t('dashboard_field_demand_note')}
      autocomplete="off"
      spellcheck={false}
      required={required}
      value={value}
      onValue={(text, input) => {
        input.setCustomValidity(splitDemand(text) ? '' : t('rejection_not_a_demand'));
        onInput(text);
      }}
    />
  );
}
