import type { ReactNode } from 'react';
import styled from 'styled-components';
import { sentenceOf } from '../../../../client/api.ts';
import { useSession } from '../session.ts';
import { theme } from '../theme.ts';
import { Problem, SecondaryButton } from './controls.tsx';
import { Icon } from './icons.tsx';

export const Main = styled.main`
  flex: 1;
  min-width: 0;
  padding: 32px 40px 64px;
  overflow-x: auto;
  background: ${theme.surface};
  @media (max-width: 1000px) {
    padding: 24px 20px 48px;
  }
`;

export const Head = styled.header`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 16px;
  margin-bottom: 20px;
  h1 {
    font-size: 24px;
    line-height: 32px;
    font-weight: 600;
  }
`;

export const Crumbs = styled.nav.attrs({ 'aria-label': 'Breadcrumb' })`
  margin-bottom: 8px;
  font-size: 13px;
  color: ${theme.muted};
`;

export const Bar = styled.div`
  display: flex;
  align-items: center;
  gap: 16px;
  min-height: 36px;
  margin-bottom: 12px;
`;

export const Quiet = styled.span`
  color: ${theme.muted};
`;

export const Card = styled.section`
  margin-bottom: 20px;
  padding: 20px 24px;
  border: 1px solid ${theme.line};
  border-radius: 8px;
  background: ${theme.surface};
  > h2 {
    margin-bottom: 12px;
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
  }
`;

const SearchBox = styled.div`
  position: relative;
  width: 300px;
  max-width: 100%;
  color: ${theme.muted};
  svg {
    position: absolute;
    top: 8px;
    left: 10px;
  }
  input {
    width: 100%;
    height: 36px;
    padding: 0 12px 0 38px;
    border: 1px solid #cfd6dc;
    border-radius: ${theme.radius};
    color: ${theme.text};
  }
`;

/** A search field. */
export function Search({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <SearchBox>
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </SearchBox>
  );
}

/** What a page shows while it has nothing to show. */
export function Waiting({ problem, onRetry }: { problem: unknown; onRetry: () => Promise<void> }): ReactNode {
  const { t } = useSession();
  if (problem === undefined) return <Quiet aria-busy="true">{t('loading')}</Quiet>;
  return (
    <>
      <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>
      <Bar>
        <SecondaryButton onClick={() => void onRetry()}>{t('retry')}</SecondaryButton>
      </Bar>
    </>
  );
}
