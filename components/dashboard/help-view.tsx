/** The guide on one page: what to do when, how to search, what the words mean, where help ends. */
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icons.tsx';
import { type MessageKey, t } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { FirstDayReport } from './first-day-report.tsx';

const jobs = [
  ['help_job_removal', 'help_job_removal_how', '#/owners'],
  ['help_job_rotation', 'help_job_rotation_how', '#/map'],
  ['help_job_audit', 'help_job_audit_how', '#/snapshots'],
  ['help_job_inherited', 'help_job_inherited_how', '#/workspaces'],
  ['help_job_limits', 'help_job_limits_how', '#/map'],
  ['help_job_leak', 'help_job_leak_how', '#/keys'],
] as const satisfies readonly [MessageKey, MessageKey, string][];

const words = [
  ['help_word_guard', 'help_word_guard_is'],
  ['help_word_armed', 'help_word_armed_is'],
  ['help_word_presumed', 'help_word_presumed_is'],
  ['help_word_narrowed', 'help_word_narrowed_is'],
  ['help_word_coverage', 'help_word_coverage_is'],
] as const satisfies readonly [MessageKey, MessageKey][];

/** Searches as they are typed. */
const searches = ['owner:', 'workspace:', 'type:sandbox', 'tag:person', 'is:overdue'];

function DemoCard({ model: { demo } }: { model: DashboardModel }) {
  const [there, setThere] = useState(false);
  useEffect(() => void demo.exists().then(setThere), []);
  return (
    <section class="card">
      <h2>{t('demo_heading')}</h2>
      <p>{t('demo_what')}</p>
      <div class="actions">
        <button type="button" class="secondary" onClick={() => demo.open()}>
          <Icon name="flask" />
          {t('demo_open')}
        </button>
        {there && (
          <button type="button" class="quiet" onClick={() => void demo.remove().then(() => setThere(false))}>
            <Icon name="trash" />
            {t('demo_remove')}
          </button>
        )}
      </div>
    </section>
  );
}

export function HelpView({ model }: { model: DashboardModel }) {
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_help')}</h1>
          <p class="soft">{t('help_about')}</p>
        </div>
        <div class="actions">
          <FirstDayReport model={model} />
          <a class="go" href="#/welcome">
            {t('help_first_steps')}
          </a>
        </div>
      </div>
      <div class="cards">
        <div class="card-column">
          <section class="card">
            <h2>{t('help_jobs')}</h2>
            <dl class="guide">
              {jobs.map(([name, how, href]) => (
                <div key={name}>
                  <dt>
                    <a href={href}>{t(name)}</a>
                  </dt>
                  <dd>{t(how)}</dd>
                </div>
              ))}
            </dl>
          </section>
          {!model.demo.active && <DemoCard model={model} />}
        </div>
        <div class="card-column">
          <section class="card">
            <h2>{t('help_keyboard')}</h2>
            <p>{t('help_keyboard_how')}</p>
            <h2>{t('help_search')}</h2>
            <p>{t('help_search_how')}</p>
            <p class="help-searches">
              {searches.map((text) => (
                <code key={text} dir="ltr">
                  {text}
                </code>
              ))}
            </p>
            <h2>{t('help_words')}</h2>
            <dl class="guide">
              {words.map(([name, is]) => (
                <div key={name}>
                  <dt>{t(name)}</dt>
                  <dd>{t(is)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section class="card">
            <h2>{t('help_wrong')}</h2>
            <p>{t('help_wrong_how')}</p>
          </section>
        </div>
      </div>
    </>
  );
}
