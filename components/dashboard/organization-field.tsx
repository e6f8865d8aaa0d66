/** Choosing one of the organizations; nothing to choose where there is but one. */
import type { OrganizationView } from '../ui/estate.ts';
import { organizationText } from '../ui/export-button.tsx';
import { Field } from '../ui/field.tsx';
import { t } from '../ui/text.ts';

interface Props {
  organizations: readonly OrganizationView[];
  chosen: string | undefined;
  onChoose: (organization: OrganizationView) => void;
}

/** The list alone, for the head of a view; its name is an `aria-label`, or a label's id. */
export function OrganizationSelect({
  organizations,
  chosen,
  onChoose,
  ...named
}: Props & { id?: string; 'aria-label'?: string }) {
  if (organizations.length < 2) return null;
  return (
    <select
      {...named}
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
  );
}

/** A field of a form, named `label` or "Organization". */
export function OrganizationField({ label, ...props }: Props & { label?: string }) {
  if (props.organizations.length < 2) return null;
  return (
    <Field label={label ?? t('dashboard_field_organization')}>
      {(ids) => <OrganizationSelect {...ids} {...props} />}
    </Field>
  );
}
