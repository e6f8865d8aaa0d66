/** The policy of an organization: what counts as old, due, too much; in and out as a file. */
import { useEffect, useLayoutEffect, useId, useRef, useState } from 'preact/hooks';
import { defaultPolicy, maxPolicyLength, type Policy, type PolicyProblem } from '../../lib/domain/policy.ts';
import type { OrganizationView } from '../ui/estate.ts';
import { download } from '../ui/export-button.tsx';
import { InputField, TextField } from '../ui/field.tsx';
import { fileText } from '../ui/file-text.ts';
import { ruleTitle } from '../ui/finding-text.ts';
import { Icon } from '../ui/icons.tsx';
import { plural, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { OrganizationField } from './organization-field.tsx';
import {
  draftOf,
  type LimitDraft,
  limitColumns,
  limitText,
  type NumberField,
  numberFields,
  type PolicyDraft,
  policyOfDraft,
  policyProblemText,
  reasonText,
} from './policy-model.ts';

/** More than this is only counted. */
const mostProblems = 20;

interface FormProps {
  draft: PolicyDraft;
  problems: readonly PolicyProblem[];
  onChange: (draft: PolicyDraft) => void;
}

const problemAt = (problems: readonly PolicyProblem[], path: string): PolicyProblem | undefined =>
  problems.find((each) => each.path.join('.') === path);

function NumberInput({ field, note, draft, problems, onChange }: FormProps & { field: NumberField; note?: string }) {
  const problem = problemAt(problems, field);
  return (
    <InputField
      label={t(numberFields[field])}
      note={problem ? <span class="wrong">{reasonText(problem)}</span> : note}
      inputMode="decimal"
      autocomplete="off"
      aria-invalid={problem !== undefined}
      value={draft.numbers[field]}
      onValue={(text) => onChange({ ...draft, numbers: { ...draft.numbers, [field]: text } })}
    />
  );
}

function Numbers({
  title,
  about,
  fields,
  ...form
}: FormProps & { title: string; about: string; fields: NumberField[] }) {
  const id = useId();
  return (
    <fieldset aria-describedby={id}>
      <legend>{title}</legend>
      <p class="soft" id={id}>
        {about}
      </p>
      <div class="field-row">
        {fields.map((field) => (
          <NumberInput key={field} field={field} {...form} />
        ))}
      </div>
    </fieldset>
  );
}

interface LimitProps {
  /** What the row is about, for the names of its fields. */
  of: string;
  path: string;
  limit: LimitDraft | Omit<LimitDraft, 'name'>;
  problems: readonly PolicyProblem[];
  onChange: (changed: Partial<LimitDraft>) => void;
}

function LimitCell({ column, of, path, limit, problems, onChange }: LimitProps & { column: keyof LimitDraft }) {
  const wrong = problemAt(problems, `${path}.${column}`) !== undefined;
  const value = column === 'name' ? ('name' in limit ? limit.name : '') : limit[column];
  const common = {
    'aria-label': t('policy_place_cell', of, t(limitColumns[column])),
    'aria-invalid': wrong,
    value,
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange({ [column]: event.currentTarget.value }),
  };
  return (
    <label class={`limit-${column}`}>
      <span>{t(limitColumns[column])}</span>
      {column === 'asOf' ? (
        <input {...common} type="date" />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={column === 'perMinute' ? 'numeric' : 'text'}
          autocomplete="off"
          spellcheck={false}
        />
      )}
    </label>
  );
}

function Limits({ draft, problems, onChange }: FormProps) {
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added > 0) list.current?.querySelector<HTMLInputElement>('li:nth-last-child(2) input')?.focus();
  }, [added]);
  const setRow = (index: number, changed: Partial<LimitDraft>): void =>
    onChange({ ...draft, classes: draft.classes.map((each, at) => (at === index ? { ...each, ...changed } : each)) });
  return (
    <fieldset>
      <legend>{t('policy_limits')}</legend>
      <p class="soft">{t('policy_limits_about')}</p>
      <ul class="limits" role="list" ref={list}>
        {draft.classes.map((limit, index) => {
          const of = limitText(limit.name, index);
          const cell = {
            of,
            path: `rateLimits.classes.${index}`,
            limit,
            problems,
            onChange: (changed: Partial<LimitDraft>) => setRow(index, changed),
          };
          return (
            <li key={index}>
              <LimitCell column="name" {...cell} />
              <LimitCell column="perMinute" {...cell} />
              <LimitCell column="asOf" {...cell} />
              <LimitCell column="source" {...cell} />
              <button
                type="button"
                class="quiet small"
                aria-label={t('policy_limit_remove', of)}
                onClick={() => {
                  onChange({ ...draft, classes: draft.classes.filter((_, at) => at !== index) });
                  add.current?.focus();
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
        <li>
          <strong class="limit-name">{t('policy_limit_sandbox')}</strong>
          {(['perMinute', 'asOf', 'source'] as const).map((column) => (
            <LimitCell
              key={column}
              column={column}
              of={t('policy_limit_sandbox')}
              path="rateLimits.sandbox"
              limit={draft.sandbox}
              problems={problems}
              onChange={(changed) => onChange({ ...draft, sandbox: { ...draft.sandbox, ...changed } })}
            />
          ))}
        </li>
      </ul>
      <div class="actions">
        <button
          ref={add}
          type="button"
          class="secondary small"
          onClick={() => {
            onChange({ ...draft, classes: [...draft.classes, { name: '', perMinute: '', asOf: '', source: '' }] });
            setAdded(added + 1);
          }}
        >
          {t('policy_limit_add')}
        </button>
      </div>
    </fieldset>
  );
}

function Rules({ ruleIds, draft, onChange }: FormProps & { ruleIds: readonly string[] }) {
  return (
    <fieldset>
      <legend>{t('policy_rules')}</legend>
      <p class="soft">{t('policy_rules_about')}</p>
      <div class="rule-checks">
        {ruleIds.map((id) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={!draft.rulesOff.includes(id)}
              onChange={(event) => {
                const others = draft.rulesOff.filter((each) => each !== id);
                onChange({ ...draft, rulesOff: event.currentTarget.checked ? others : [...others, id] });
              }}
            />
            <span>{ruleTitle(id)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What was read from a file, or why not. */
type Imported = { file: string; problems: readonly PolicyProblem[] } | null;

interface ProblemsProps {
  title: string;
  problems: readonly PolicyProblem[];
  classes?: PolicyDraft['classes'];
}

function Problems({ title, problems, classes }: ProblemsProps) {
  return (
    <div role="alert" class="alert">
      <p class="strong">{title}</p>
      <ul class="policy-problems">
        {problems.slice(0, mostProblems).map((problem, index) => (
          <li key={index}>{policyProblemText(problem, classes)}</li>
        ))}
        {problems.length > mostProblems && <li>{plural('ui_more', problems.length - mostProblems)}</li>}
      </ul>
    </div>
  );
}

function PolicyForm({ model, organization }: { model: DashboardModel; organization: OrganizationView }) {
  const { policy, policyRevision } = organization;
  const [draft, setDraft] = useState(() => draftOf(policy));
  const [problems, setProblems] = useState<readonly PolicyProblem[]>([]);
  const [imported, setImported] = useState<Imported>(null);
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const patternProblem = problems.find(({ path }) => path[0] === 'serviceAccountPatterns');

  const show = (next: Policy, said: string): void => {
    setDraft(draftOf(next));
    setProblems([]);
    setImported(null);
    setNote(said);
  };
  // Saved, taken back, or changed by somebody else: what is shown is what holds now.
  useLayoutEffect(() => show(policy, ''), [policyRevision]);
  useEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const change = (next: PolicyDraft): void => {
    setDraft(next);
    setNote('');
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const said = policyOfDraft(draft, model.policies.problems);
    setProblems(said.problems);
    setImported(null);
    setNote('');
    if (!said.policy) return;
    await model.estate.change(
      'own/save-policy',
      { organizationId: organization.id, revision: policyRevision, policy: said.policy },
      t('policy_saved'),
    );
  };
  const read = async (chosen: File): Promise<void> => {
    const text = await fileText(chosen, maxPolicyLength);
    const tooLarge: PolicyProblem = { path: [], code: 'too-large', details: [] };
    const found = text === null ? { policy: null, problems: [tooLarge] } : model.policies.read(text);
    if (found.policy) show(found.policy, t('policy_imported', chosen.name));
    else setImported({ file: chosen.name, problems: found.problems });
  };
  const exportFile = (): void => {
    const name = `keyholder-policy-${organization.region}-${model.estate.now.value.slice(0, 10)}.json`;
    download(name, model.policies.text(policy));
    model.estate.notice.value = { kind: 'done', text: t('ui_exported', name), undo: null };
  };
  const fields = { draft, problems, onChange: change };
  return (
    <form ref={form} class="policy" noValidate onSubmit={(event) => void save(event)}>
      <Numbers title={t('policy_readings')} about={t('policy_readings_about')} fields={['readingDays']} {...fields} />
      <Numbers
        title={t('policy_rotation')}
        about={t('policy_rotation_about')}
        fields={['rotationDays.production', 'rotationDays.sandbox']}
        {...fields}
      />
      <Numbers
        title={t('policy_rotation_percent')}
        about={t('policy_rotation_percent_about')}
        fields={['rotationPercent.due', 'rotationPercent.overdue', 'rotationPercent.late']}
        {...fields}
      />
      <Numbers
        title={t('policy_concentration')}
        about={t('policy_concentration_about')}
        fields={['concentration.percent', 'concentration.keys']}
        {...fields}
      />
      <TextField
        label={t('policy_patterns')}
        note={
          patternProblem ? <span class="wrong">{policyProblemText(patternProblem)}</span> : t('policy_patterns_note')
        }
        rows={4}
        spellcheck={false}
        aria-invalid={patternProblem !== undefined}
        value={draft.patterns}
        onValue={(text) => change({ ...draft, patterns: text })}
      />
      <Rules ruleIds={model.ruleIds} {...fields} />
      <Numbers
        title={t('policy_rate_thresholds')}
        about={t('policy_rate_thresholds_about')}
        fields={['rateThresholds.watch', 'rateThresholds.tight', 'rateThresholds.throttled', 'rateThresholds.target']}
        {...fields}
      />
      <Limits {...fields} />
      {problems.length > 0 && <Problems title={t('policy_not_saved')} problems={problems} classes={draft.classes} />}
      {imported && <Problems title={t('policy_not_imported', imported.file)} problems={imported.problems} />}
      <div role="status" class="import-status">
        {note !== '' && <p class="strong">{note}</p>}
      </div>
      <div class="actions">
        <button type="submit" class="primary">
          {t('policy_save')}
        </button>
        <button type="button" class="secondary" onClick={() => show(defaultPolicy, t('policy_defaults_shown'))}>
          {t('policy_defaults')}
        </button>
        <button type="button" class="secondary" onClick={exportFile}>
          <Icon name="download" />
          {t('policy_export')}
        </button>
        <button type="button" class="secondary" onClick={() => file.current?.click()}>
          {t('policy_import')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t('policy_import_file')}
          onChange={(event) => {
            const input = event.currentTarget;
            const [chosen] = input.files ?? [];
            // The same file chosen again is a wish to read it again.
            if (chosen) void read(chosen).finally(() => (input.value = ''));
          }}
        />
      </div>
    </form>
  );
}

/** The part of the settings. */
export function PolicyCard({ model }: { model: DashboardModel }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const organizations = model.estate.organizations.value;
  const organization = organizations.find(({ id }) => id === chosen) ?? organizations[0];
  return (
    <section class="card policy-card">
      <h2>{t('policy_heading')}</h2>
      <p class="soft">{t('policy_about')}</p>
      <OrganizationField
        label={t('policy_organization')}
        organizations={organizations}
        chosen={organization?.id}
        onChoose={({ id }) => setChosen(id)}
      />
      {organization ? (
        <PolicyForm key={organization.id} model={model} organization={organization} />
      ) : (
        <p class="soft">{t('dashboard_organizations_none')}</p>
      )}
    </section>
  );
}
