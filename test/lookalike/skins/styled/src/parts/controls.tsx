import { useId } from 'react';
import type { ReactNode } from 'react';
import styled, { css } from 'styled-components';
import { theme } from '../theme.ts';

const buttonBase = css`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 6px;
  min-height: 36px;
  padding: 0 14px;
  border: 1px solid transparent;
  border-radius: ${theme.radius};
  font-weight: 500;
  white-space: nowrap;
  cursor: pointer;
  transition: background-color 120ms;
  &:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
`;

export const PrimaryButton = styled.button.attrs({ type: 'button' })`
  ${buttonBase}
  color: #fff;
  background: ${theme.accent};
  &:hover:not(:disabled) {
    background: ${theme.accentDark};
  }
`;

export const DangerButton = styled.button.attrs({ type: 'button' })`
  ${buttonBase}
  color: #fff;
  background: ${theme.danger};
  &:hover:not(:disabled) {
    background: ${theme.dangerDark};
  }
`;

export const SecondaryButton = styled.button.attrs({ type: 'button' })`
  ${buttonBase}
  background: ${theme.surface};
  border-color: #cfd6dc;
  &:hover:not(:disabled) {
    background: ${theme.ground};
  }
`;

export const LinkButton = styled.button.attrs({ type: 'button' })`
  padding: 0;
  border: 0;
  background: none;
  color: ${theme.accent};
  font-weight: 500;
  cursor: pointer;
  &:hover {
    text-decoration: underline;
  }
`;

export const IconButton = styled.button.attrs({ type: 'button' })`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  width: 32px;
  height: 32px;
  padding: 0;
  border: 0;
  border-radius: ${theme.radius};
  background: none;
  color: ${theme.muted};
  cursor: pointer;
  &:hover,
  &[aria-expanded='true'] {
    background: #e9edf0;
    color: ${theme.text};
  }
`;

export const TextInput = styled.input`
  height: 36px;
  width: 100%;
  padding: 0 12px;
  border: 1px solid #cfd6dc;
  border-radius: ${theme.radius};
  background: ${theme.surface};
`;

export const SelectInput = styled.select`
  height: 36px;
  width: 100%;
  padding: 0 10px;
  border: 1px solid #cfd6dc;
  border-radius: ${theme.radius};
  background: ${theme.surface};
`;

const FieldLabel = styled.label`
  display: block;
  margin-bottom: 4px;
  font-size: 13px;
  font-weight: 500;
`;

/** A labelled field; `children` gets the id that the label points to. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      {children(id)}
    </div>
  );
}

const CheckLabel = styled.label`
  display: flex;
  align-items: center;
  gap: 10px;
  padding: 6px 0;
  cursor: pointer;
  input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: ${theme.accent};
  }
`;

/** A check box with its text. */
export function Check({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <CheckLabel>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>{children}</span>
    </CheckLabel>
  );
}

export const Badge = styled.span<{ $tone?: 'accent' | 'quiet' }>`
  display: inline-block;
  padding: 0 8px;
  border-radius: 10px;
  font-size: 12px;
  line-height: 20px;
  white-space: nowrap;
  color: ${({ $tone }) => ($tone === 'accent' ? theme.accentDark : theme.muted)};
  background: ${({ $tone }) => ($tone === 'accent' ? theme.accentPale : '#edf0f2')};
`;

export const Problem = styled.div.attrs({ role: 'alert' })`
  padding: 10px 12px;
  border-radius: ${theme.radius};
  color: ${theme.dangerDark};
  background: ${theme.dangerPale};
`;

const Circle = styled.span<{ $size: number }>`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  width: ${({ $size }) => $size}px;
  height: ${({ $size }) => $size}px;
  border-radius: 50%;
  overflow: hidden;
  color: ${theme.accentDark};
  background: ${theme.accentPale};
  font-size: ${({ $size }) => Math.round($size * 0.38)}px;
  font-weight: 600;
  img {
    width: 100%;
    height: 100%;
  }
`;

/** A picture, or initials where there is none. */
export function Avatar({ picture, name, size = 36 }: { picture: string | null; name: string; size?: number }) {
  const initials = name
    .split(/[\s.@]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  return (
    <Circle $size={size} aria-hidden="true">
      {picture === null ? initials : <img src={picture} alt="" loading="lazy" />}
    </Circle>
  );
}
