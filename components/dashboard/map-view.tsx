/**
 * The estate as pictures: whose hands the keys of which workspaces are in, what one removal would take down, when secrets
 * are due, how full limits are. Each picture's things are buttons or words; behind each stands the same as a table.
 */
import { useMemo, useState } from 'preact/hooks';
import { impact } from '../../lib/domain/impact.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { KeyRow, OrganizationView } from '../ui/estate.ts';
import { organizationText } from '../ui/export-button.tsx';
import { findPeople, type PersonRow, shownName } from '../ui/find-people.ts';
import { listText, numberText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { keyTitle, ownerTypeText } from '../ui/impact-text.ts';
import { levelText, percentText, useLine } from '../ui/rate-text.ts';
import { plural, t, textLocale } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { Behind, EstatePicture } from './estate-picture.tsx';
import {
  type Concentration,
  concentrationsOf,
  fatesOf,
  noFates,
  rateRowsOf,
  type TimelineBar,
  timelineOf,
} from './map-model.ts';

function spreadText({ organization, production, most }: Concentration, named: boolean): string {
  const said = t(
    'map_most',
    shownName(most!.user) ?? t('ui_person_unnamed'),
    numberText(most!.production),
    numberText(production),
    percentText(most!.production / production),
  );
  return named ? t('map_in_organization', organizationText(organization), said) : said;
}

function Estate({ model, rows }: { model: DashboardModel; rows: readonly KeyRow[] }) {
  const { now } = model.estate;
  const [leaving, setLeaving] = useState<PersonRow | null>(null);
  const given = useMemo(() => {
    if (!leaving) return noFates;
    const { id, organization } = leaving;
    const { index, policy } = organization;
    return fatesOf(impact(index, { kind: 'remove', users: [id], scope: 'all' }, now.value, policy));
  }, [leaving, now.value]);
  const people = model.people.value;
  const choices = (text: string) =>
    findPeople(people, text).map((person) => ({
      id: person.id,
      text: shownName(person.user) ?? t('ui_person_unnamed'),
      secondary: person.user.name === null ? null : person.user.email,
      tag: ownerTypeText(person.ownerType),
    }));
  const spread = useMemo(() => concentrationsOf(rows), [rows]);
  const fallen = rows.filter(({ id }) => given.get(id) === 'dies');
  return (
    <section class="card picture" aria-labelledby="map-estate">
      <h2 id="map-estate">{t('map_estate')}</h2>
      {spread
        // Where nobody holds a second key, nobody stands out.
        .filter(({ most }) => most !== null && most.production > 1)
        .map((each) => (
          <p key={each.organization.id} class={each.heavy.has(each.most!.user.id) ? 'caution strong' : ''}>
            {spreadText(each, spread.length > 1)}
          </p>
        ))}
      <div class="map-leaving">
        <Combobox
          label={t('map_if_removed')}
          labelled
          find={choices}
          value={leaving ? (shownName(leaving.user) ?? t('ui_person_unnamed')) : ''}
          onChoose={(picked) => setLeaving(people.find(({ id }) => id === picked?.id) ?? null)}
          nothing={() => t('popup_nobody_fits')}
        />
      </div>
      <p role="status" class={fallen.length > 0 ? 'map-takes-down' : 'soft'}>
        {leaving &&
          (fallen.length === 0
            ? t('map_takes_nothing', shownName(leaving.user) ?? t('ui_person_unnamed'))
            : t(
                'map_takes_down',
                shownName(leaving.user) ?? t('ui_person_unnamed'),
                plural('ui_count_keys', fallen.length),
                listText(
                  fallen.map(({ key, workspace }) => keyTitle(key, workspace.name)),
                  8,
                ),
              ))}
      </p>
      <EstatePicture rows={rows} given={given} label={t('map_estate')} />
    </section>
  );
}

const keysIn = ({ production, sandbox }: TimelineBar): number => production + sandbox;

function barName(id: string): string {
  if (id === 'overdue') return t('map_overdue');
  if (id === 'later') return t('map_later');
  if (id === 'never') return t('map_never');
  if (id === 'unknown') return t('map_age_unknown');
  return new Intl.DateTimeFormat(textLocale(), { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${id}-01T00:00:00Z`),
  );
}

function Timeline({ rows, now }: { rows: readonly KeyRow[]; now: string }) {
  const bars = timelineOf(rows, now);
  const highest = Math.max(1, ...bars.map(keysIn));
  const shown = bars.filter((bar) => /^\d|overdue/.test(bar.id) || keysIn(bar) > 0);
  return (
    <section class="card picture" aria-labelledby="map-rotation">
      <h2 id="map-rotation">{t('map_rotation')}</h2>
      <p class="soft">{t('map_rotation_why')}</p>
      <ul class="bars" role="list">
        {shown.map((bar) => (
          <li key={bar.id} class={bar.id === 'overdue' && keysIn(bar) > 0 ? 'bar-overdue' : ''}>
            <span class="bar-name">
              {bar.id === 'overdue' && keysIn(bar) > 0 ? (
                <a href="#/keys?q=is:overdue">{barName(bar.id)}</a>
              ) : (
                barName(bar.id)
              )}
            </span>
            <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="bar-production" width={(bar.production / highest) * 100} height="10" />
              <rect
                class="bar-sandbox"
                x={(bar.production / highest) * 100}
                width={(bar.sandbox / highest) * 100}
                height="10"
              />
            </svg>
            <span class="bar-value">{numberText(keysIn(bar))}</span>
          </li>
        ))}
      </ul>
      <p class="legend">
        <span>
          <span class="swatch bar-production" aria-hidden="true" />
          {t('key_type_production')}
        </span>
        <span>
          <span class="swatch bar-sandbox" aria-hidden="true" />
          {t('key_type_sandbox')}
        </span>
      </p>
      <Behind>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('map_due')}</th>
              <th scope="col">{t('key_type_production')}</th>
              <th scope="col">{t('key_type_sandbox')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((bar) => (
              <tr key={bar.id}>
                <th scope="row">{barName(bar.id)}</th>
                <td>{numberText(bar.production)}</td>
                <td>{numberText(bar.sandbox)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Behind>
    </section>
  );
}

const mostRates = 12;
/** Rows of the table behind a picture; the tables of the other views hold the rest. */
const mostRows = 200;

function limitsOf({ policy }: OrganizationView): number[] {
  const { watch, tight, throttled } = policy.rateThresholds;
  return [watch, tight, throttled];
}

function Rates({ organizations }: { organizations: readonly OrganizationView[] }) {
  const { rows, silent } = rateRowsOf(organizations);
  const widest = Math.max(1.2, ...rows.map(({ use }) => use.use!));
  const x = (share: number): number => (share / widest) * 100;
  const nameOf = ({ user }: (typeof rows)[number]): string => (user && shownName(user)) ?? t('ui_person_unnamed');
  return (
    <section class="card picture" aria-labelledby="map-rates">
      <h2 id="map-rates">{t('map_rates')}</h2>
      <p class="soft">{rows.length === 0 ? t('map_rates_none') : t('map_rates_why')}</p>
      {rows.length > 0 && (
        <ul class="bars bars-rates" role="list">
          {rows.slice(0, mostRates).map((row) => (
            <li key={row.group.ownerId}>
              <span class="bar-name cut">{nameOf(row)}</span>
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class={`rate-${row.use.level ?? 'fine'}`} y="2" width={x(row.use.use!)} height="6" />
                {limitsOf(row.organization).map((share) => (
                  <line key={share} x1={x(share)} x2={x(share)} y1="0" y2="10" class="bar-limit" />
                ))}
              </svg>
              <span class="bar-value">{useLine(row.use)}</span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > mostRates && <p class="soft">{plural('map_more_owners', rows.length - mostRates)}</p>}
      {silent > 0 && <p class="soft">{plural('map_rates_silent', silent)}</p>}
      {rows.length > 0 && (
        <Behind>
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('ui_column_owner')}</th>
                <th scope="col">{t('map_keys')}</th>
                <th scope="col">{t('rate_column_use')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostRows).map((row) => (
                <tr key={row.group.ownerId}>
                  <th scope="row">{nameOf(row)}</th>
                  <td>{numberText(row.group.keyIds.length)}</td>
                  <td>
                    {row.use.level === null
                      ? percentText(row.use.use!)
                      : t('rate_level', percentText(row.use.use!), levelText(row.use.level))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Behind>
      )}
    </section>
  );
}

/** The view `Map`: all organizations that are known. */
export function MapView({ model }: { model: DashboardModel }) {
  const { estate } = model;
  const organizations = estate.organizations.value;
  const rows = estate.rows.value;
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_map')}</h1>
          {organizations.length > 0 && <p class="soft">{listText(organizations.map(organizationText), 4)}</p>}
        </div>
      </div>
      {rows.length === 0 ? (
        <div class="teach">
          <h2>{t('map_empty')}</h2>
          <p>{t('map_empty_why')}</p>
          <p>
            <a class="go" href="#/welcome">
              <Icon name="external" />
              {t('help_first_steps')}
            </a>
          </p>
        </div>
      ) : (
        <>
          <Estate model={model} rows={rows} />
          <div class="pictures">
            <Timeline rows={rows} now={estate.now.value} />
            <Rates organizations={organizations} />
          </div>
        </>
      )}
    </>
  );
}
