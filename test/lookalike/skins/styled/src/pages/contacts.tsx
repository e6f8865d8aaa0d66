import { useState } from 'react';
import { api, sentenceOf } from '../../../../client/api.ts';
import { DangerButton, Problem, SecondaryButton } from '../parts/controls.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Bar, Head, Main, Quiet, Waiting } from '../parts/page.tsx';
import { Narrow, Table } from '../parts/table.tsx';
import { useToasts } from '../parts/toasts.tsx';
import { useLoaded, useSession } from '../session.ts';

/** Contacts: recipients of documents, who are not members. "Delete" comes up with a selection (section 4, 2021). */
export function ContactsPage() {
  const { t } = useSession();
  const toasts = useToasts();
  const contacts = useLoaded('contacts', api.contacts);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const remove = async (): Promise<void> => {
    try {
      await api.deleteContacts([...selected]);
      toasts.say(t('contactsDeleted'));
      setAsking(false);
      setSelected(new Set());
      await contacts.reload();
    } catch (refusal) {
      setProblem(refusal);
    }
  };
  const toggle = (id: string, on: boolean): void => {
    setSelected((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  };

  return (
    <Main>
      <Head>
        <h1>{t('contacts')}</h1>
      </Head>
      {selected.size > 0 && (
        <Bar>
          <Quiet>{t('selectedCount', { count: selected.size })}</Quiet>
          <SecondaryButton
            onClick={() => {
              setProblem(undefined);
              setAsking(true);
            }}
          >
            {t('delete')}
          </SecondaryButton>
        </Bar>
      )}
      {contacts.data === undefined ? (
        <Waiting problem={contacts.problem} onRetry={contacts.reload} />
      ) : (
        <Table>
          <thead>
            <tr>
              <th scope="col" aria-label={t('selectRow')} />
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('email')}</th>
              <th scope="col">{t('company')}</th>
            </tr>
          </thead>
          <tbody>
            {contacts.data.results.map((contact) => (
              <tr key={contact.id}>
                <Narrow>
                  <input
                    type="checkbox"
                    aria-label={t('selectRow')}
                    checked={selected.has(contact.id)}
                    onChange={(event) => {
                      toggle(contact.id, event.target.checked);
                    }}
                  />
                </Narrow>
                <td>{contact.name}</td>
                <td>{contact.email}</td>
                <td>{contact.company}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {asking && (
        <Dialog
          label={t('deleteContacts')}
          closeLabel={t('close')}
          onClose={() => {
            setAsking(false);
          }}
          footer={
            <>
              <SecondaryButton
                onClick={() => {
                  setAsking(false);
                }}
              >
                {t('cancel')}
              </SecondaryButton>
              <DangerButton onClick={() => void remove()}>{t('delete')}</DangerButton>
            </>
          }
        >
          <p>{t('deleteContactsText', { count: selected.size })}</p>
          {problem !== undefined && <Problem>{sentenceOf(problem, t('somethingWrong'))}</Problem>}
        </Dialog>
      )}
    </Main>
  );
}
