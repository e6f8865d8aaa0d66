/** Choosing one of the organizations; nothing to choose where there is but one. */
import type { OrganizationView } from '../ui/estate.ts';
import { organizationText } from '../ui/export-button.tsx';
import { Field } from '../ui/field.tsx';
import { t } from '../ui/text.ts';

interface Props {
  label?: string;
  organizations: readonly OrganizationView[];
  chosen: string | undefined;
  onChoose: (organization: OrganizationView) => void;
}

/** The field, named `label` or "Organization". */
export function OrganizationField({ label, organizations, chosen, onChoose }: Props) {
  if (organizations.length < 2) return null;
  return (
    <Field label={label ?? t('dashboard_field_organization')}>
      {(ids) => (
        <select
          {...ids}
          value={chosen}
          onChange={(event) => {
            const organization = organizations.find(({ id }) => id === event.currentTarget.value);
            if (organization) onChoose(organization);
          }}
        >
          {organizations.map((each) => (
            <option key={each.id} value={each.id}>
              {organizationText(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
