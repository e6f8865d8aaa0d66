import { useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { api, sentenceOf } from '../../../../client/api.ts';
import type { MessageKey } from '../../../../client/messages.ts';
import { hrefs } from '../../../../client/routes.ts';
import type { Route } from '../../../../client/routes.ts';
import type { KeySlot } from '../../../../client/wire.ts';
import { IconButton, PrimaryButton, Problem, SecondaryButton } from '../parts/controls.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icons.tsx';
import { Card, Main, Quiet, Waiting } from '../parts/page.tsx';
import { useToasts } from '../parts/toasts.tsx';
import { useLoaded, useSession } from '../session.ts';
import { theme } from '../theme.ts';

/** An issued key is shown as 40 dots, whatever it is (section 2.1). */
const MASK = '•'.repeat(40);

const Bar = styled.div`
  display: flex;
  align-items: baseline;
  gap: 24px;
  margin-bottom: 24px;
  border-bottom: 1px solid ${theme.line};
  h1 {
    padding-bottom: 12px;
    font-size: 20px;
    line-height: 28px;
    font-weight: 600;
  }
`;

const Tab = styled.a<{ $current: boolean }>`
  padding-bottom: 12px;
  margin-bottom: -1px;
  border-bottom: 2px solid ${({ $current }) => ($current ? theme.accent : 'transparent')};
  color: ${({ $current }) => ($current ? theme.text : theme.muted)};
  font-weight: 500;
  &:hover {
    color: ${theme.text};
    text-decoration: none;
  }
`;

const Links = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 16px;
  margin-bottom: 20px;
`;

const LinkCard = styled.a`
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 16px 20px;
  border: 1px solid ${theme.line};
  border-radius: 8px;
  color: ${theme.text};
  font-weight: 500;
  svg {
    color: ${theme.accent};
  }
`;

const Row = styled.div`
  display: grid;
  grid-template-columns: 150px minmax(180px, 1fr) 400px;
  gap: 24px;
  align-items: center;
  min-height: 92px;
  padding: 14px 0;
  border-top: 1px solid ${theme.line};
  h2 + & {
    border-top: 0;
  }
  > :first-child {
    font-weight: 500;
  }
  @media (max-width: 1100px) {
    grid-template-columns: 1fr;
    gap: 10px;
  }
`;

const Pair = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 24px;
`;

const Secret = styled.code`
  overflow-wrap: anywhere;
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 12px;
`;

const Value = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 8px;
`;

const Tools = styled.div`
  display: flex;
  flex: none;
  opacity: 0;
  transition: opacity 120ms;
  ${Row}:hover &,
  ${Row}:focus-within & {
    opacity: 1;
  }
`;

const Issued = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  padding: 12px;
  border-radius: ${theme.radius};
  background: ${theme.ground};
`;

/** For links to PandaDoc's other sites: nothing here leads out of the lookalike. */
const stay = (event: { preventDefault: () => void }): void => {
  event.preventDefault();
};

/** Dev Center: the heading and its tabs, on one line (section 2.1). */
export function DevCenterPage({ tab }: { tab: Extract<Route, { page: 'dev-center-empty' }>['tab'] | 'configuration' }) {
  const { t } = useSession();
  const tabs: readonly (readonly [tab: typeof tab, label: MessageKey])[] = [
    ['monitoring', 'monitoring'],
    ['logs', 'logs'],
    ['webhooks-history', 'webhooksHistory'],
    ['configuration', 'configuration'],
  ];
  return (
    <Main>
      <Bar>
        <h1>{t('devCenter')}</h1>
        {tabs.map(([name, label]) => (
          <Tab
            key={name}
            href={hrefs.devCenterTab(name)}
            $current={name === tab}
            {...(name === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {t(label)}
          </Tab>
        ))}
      </Bar>
      {tab === 'configuration' ? <Configuration /> : <Quiet data-testid="empty-state-title">{t('emptyTitle')}</Quiet>}
    </Main>
  );
}

function Configuration() {
  const { profile, t } = useSession();
  const toasts = useToasts();
  const workspace = profile.workspace.id;
  const slots = useLoaded(workspace, () => api.keySlots(profile.organization.id, workspace));
  const requestDemo = (): void => {
    toasts.say(t('demoRequested'));
  };
  return (
    <>
      <Links>
        <LinkCard href={hrefs.devCenter} onClick={stay}>
          <Icon name="bolt" />
          {t('quickStart')}
        </LinkCard>
        <LinkCard href={hrefs.devCenter} onClick={stay}>
          <Icon name="document" />
          {t('apiDocumentation')}
        </LinkCard>
      </Links>
      <Card>
        <h2>{t('apiKeys')}</h2>
        {slots.data === undefined ? (
          <Waiting problem={slots.problem} onRetry={slots.reload} />
        ) : (
          slots.data.map((slot) => (
            <KeyRow
              key={`${workspace}:${slot.type}`}
              slot={slot}
              workspace={workspace}
              onRequestDemo={requestDemo}
              onGenerated={slots.reload}
            />
          ))
        )}
      </Card>
      <Card>
        <h2>{t('applications')}</h2>
        <Pair>
          <p>
            {t('applicationsText')}{' '}
            <a href={hrefs.devCenter} onClick={stay}>
              {t('applicationSetup')}
            </a>
          </p>
          <div>
            <SecondaryButton onClick={requestDemo}>{t('requestDemo')}</SecondaryButton>
          </div>
        </Pair>
      </Card>
      <Card>
        <h2>{t('webhooks')}</h2>
        <Pair>
          <p>
            {t('webhooksText')}{' '}
            <a href={hrefs.devCenter} onClick={stay}>
              {t('webhookSetup')}
            </a>
          </p>
          <div>
            <SecondaryButton>{t('createWebhook')}</SecondaryButton>
          </div>
        </Pair>
      </Card>
    </>
  );
}

function KeyRow({
  slot,
  workspace,
  onRequestDemo,
  onGenerated,
}: {
  slot: KeySlot;
  workspace: string;
  onRequestDemo: () => void;
  onGenerated: () => Promise<void>;
}) {
  const { profile, t } = useSession();
  const toasts = useToasts();
  const [revealed, setRevealed] = useState<string>();
  const [confirming, setConfirming] = useState(false);
  const [issued, setIssued] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const organization = profile.organization.id;
  const sandbox = slot.type === 'sandbox';

  const copy = async (fetchKey: () => Promise<string>): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await fetchKey());
      toasts.say(t('copied'));
    } catch {
      toasts.complain(t('notCopied'));
    }
  };
  const fetchKey = async (): Promise<string> => (await api.revealKey(organization, workspace, slot.type)).key;
  const toggle = async (): Promise<void> => {
    if (revealed !== undefined) {
      setRevealed(undefined);
      return;
    }
    try {
      setRevealed(await fetchKey());
    } catch (refusal) {
      toasts.complain(sentenceOf(refusal, t('somethingWrong')));
    }
  };
  const generate = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { key } = await api.generateKey(organization, workspace, slot.type);
      setConfirming(false);
      setRevealed(undefined);
      setIssued(key);
      toasts.say(t('keyGenerated'));
      await onGenerated();
    } catch (refusal) {
      if (confirming) setProblem(refusal);
      else toasts.complain(sentenceOf(refusal, t('somethingWrong')));
    } finally {
      setBusy(false);
    }
  };

  const value: Record<KeySlot['state'], ReactNode> = {
    issued: (
      <Value>
        <Secret>{revealed ?? MASK}</Secret>
        <Tools>
          <IconButton
            aria-label={t(revealed === undefined ? 'showKey' : 'hideKey')}
            title={t(revealed === undefined ? 'showKey' : 'hideKey')}
            onClick={() => void toggle()}
          >
            <Icon name="eye" />
          </IconButton>
          <IconButton aria-label={t('copy')} title={t('copy')} onClick={() => void copy(fetchKey)}>
            <Icon name="copy" />
          </IconButton>
          <IconButton
            aria-label={t('generateNewKey')}
            title={t('generateNewKey')}
            onClick={() => {
              setProblem(undefined);
              setConfirming(true);
            }}
          >
            <Icon name="refresh" />
          </IconButton>
        </Tools>
      </Value>
    ),
    none: (
      <PrimaryButton disabled={busy} onClick={() => void generate()}>
        {t('generate')}
      </PrimaryButton>
    ),
    not_entitled: <SecondaryButton onClick={onRequestDemo}>{t('requestDemo')}</SecondaryButton>,
  };

  return (
    <Row>
      <span>{t(sandbox ? 'sandboxKey' : 'productionKey')}</span>
      <p>
        {t(sandbox ? 'sandboxText' : 'productionText')}{' '}
        <a href={hrefs.devCenter} onClick={stay}>
          {t(sandbox ? 'sandboxSetup' : 'productionSetup')}
        </a>
      </p>
      <div>{value[slot.state]}</div>
      {confirming && (
        <Dialog
          label={t('generateNewKey')}
          closeLabel={t('close')}
          onClose={() => {
            setConfirming(false);
          }}
          footer={
            <>
              <SecondaryButton
                onClick={() => {
                  setConfirming(false);
                }}
              >
                {t('cancel')}
              </SecondaryButton>
              <PrimaryButton disabled={busy} onClick={() => void generate()}>
                {t('generate')}
              </PrimaryButton>
            </>
          }
        >
          <p>{t('generateWarning')}</p>
          {problem !== undefined && <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>}
        </Dialog>
      )}
      {issued !== undefined && (
        <Dialog
          label={t('newKey')}
          closeLabel={t('close')}
          onClose={() => {
            setIssued(undefined);
          }}
          footer={
            <PrimaryButton
              onClick={() => {
                setIssued(undefined);
              }}
            >
              {t('done')}
            </PrimaryButton>
          }
        >
          <p>{t('newKeyText')}</p>
          <Issued>
            <Secret>{issued}</Secret>
            <SecondaryButton onClick={() => void copy(() => Promise.resolve(issued))}>{t('copy')}</SecondaryButton>
          </Issued>
        </Dialog>
      )}
    </Row>
  );
}

const Tile = styled.div`
  display: flex;
  flex-direction: column;
  align-items: flex-start;
  gap: 8px;
  padding: 20px;
  border: 1px solid ${theme.line};
  border-radius: 8px;
  svg {
    color: ${theme.accent};
  }
`;

/** Settings › API and Integrations: the tile that opens the Dev Center (section 2.1, "Getting there"). */
export function IntegrationsPage() {
  const { t } = useSession();
  return (
    <Main>
      <Bar>
        <h1>{t('apiAndIntegrations')}</h1>
      </Bar>
      <Card>
        <h2>{t('apiAndWebhooks')}</h2>
        <Links>
          <Tile>
            <Icon name="key" />
            <strong>API</strong>
            <Quiet>{t('apiTileText')}</Quiet>
            <a href={hrefs.devCenter}>{t('open')}</a>
          </Tile>
          <Tile>
            <Icon name="webhook" />
            <strong>{t('webhooks')}</strong>
            <Quiet>{t('webhookTileText')}</Quiet>
            <a href={hrefs.devCenter}>{t('open')}</a>
          </Tile>
        </Links>
      </Card>
    </Main>
  );
}
