/** The owner's tag, and its change by one click. */
import { type OwnerType, ownerTypes } from '../../lib/domain/owner-type.ts';
import { ownerTypeText } from './impact-text.ts';
import { MenuButton } from './menu.tsx';
import { t } from './text.ts';

/** A button named `Owner type: <tag>` with all six tags in its menu. */
export function OwnerTypeButton({ type, onChoose }: { type: OwnerType; onChoose: (type: OwnerType) => void }) {
  const text = ownerTypeText(type);
  return (
    <MenuButton
      name={t('ui_owner_type', text)}
      class={`tag tag-${type}`}
      items={ownerTypes.map((each) => ({ id: each, text: ownerTypeText(each), checked: each === type }))}
      onChoose={(id) => {
        if (id !== type) onChoose(id as OwnerType);
      }}
    >
      <span>{text}</span>
    </MenuButton>
  );
}
