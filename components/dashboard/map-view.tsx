/**
 * The estate as pictures: whose hands the keys of which workspaces are in, what one removal would take down, when secrets
 * are due, how full limits are. Each picture's things are buttons with words; behind each stands the same as a table.
 */
import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { impact } from '../../lib/domain/impact.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { Policy } from '../../lib/domain/policy.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { KeyRow, OrganizationView } from '../ui/estate.ts';
import { organizationText } from '../ui/export-button.tsx';
import { findPeople, type PersonRow, shownName } from '../ui/find-people.ts';
import { listText, numberText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { keyTitle, ownerTypeText, workspaceText } from '../ui/impact-text.ts';
import { levelText, percentText, useLine } from '../ui/rate-text.ts';
import { plural, t, textLocale } from '../ui/text.ts';
import type { DashboardModel } from './dashboard-model.ts';
import { OrganizationSelect } from './organization-field.tsx';
import {
  type Amount,
  type Flow,
  flowOf,
  type FlowLink,
  type FlowNode,
  keysOf,
  type Place,
  placesOf,
  rateRowsOf,
  ribbonsOf,
  timelineOf,
} from './map-model.ts';

/** So many workspaces and owners have a place of their own. */
const mostNodes = 14;
/** Rows of the table behind a picture; the tables of the other views hold the rest. */
const mostRows = 200;

function nodeName(node: FlowNode, side: 'workspace' | 'owner'): string {
  if (node.kind === 'nobody') return t('ui_owner_unknown');
  if (node.kind === 'rest')
    return plural(side === 'workspace' ? 'map_more_workspaces' : 'map_more_owners', node.things);
  if (side === 'workspace') return workspaceText(node.name);
  return shownName(node.user!) ?? t('ui_person_unnamed');
}

function amountText(amount: Amount): string {
  return listText(
    [
      amount.production > 0 ? plural('map_production', amount.production) : null,
      amount.sandbox > 0 ? plural('map_sandbox', amount.sandbox) : null,
    ].filter((text) => text !== null),
  );
}

type Concentration = Policy['concentration'];

/** What the finding `concentration` asks (`lib/rules/concentration.ts`). */
function isHeavy(production: number, all: number, { percent, keys }: Concentration): boolean {
  return production >= keys && production * 100 >= percent * all;
}

function classOf(node: FlowNode, flow: Flow, concentration: Concentration): string {
  if (node.kind === 'nobody') return 'flow-nobody';
  if (node.kind === 'rest') return 'flow-rest';
  if (node.user && isHeavy(node.production, flow.production, concentration)) return 'flow-heavy';
  return node.user && ownerTypeOf(node.user).endsWith('service-account') ? 'flow-service' : 'flow-plain';
}

const ribbonPath = (from: Place, to: Place): string =>
  `M0 ${from.top}C45 ${from.top} 55 ${to.top} 100 ${to.top}V${to.top + to.height}C55 ${to.top + to.height} 45 ${
    from.top + from.height
  } 0 ${from.top + from.height}Z`;

interface Chosen {
  side: 'workspace' | 'owner';
  id: string;
}

function Column({
  side,
  nodes,
  places,
  height,
  flow,
  concentration,
  chosen,
  onChoose,
}: {
  side: Chosen['side'];
  nodes: readonly FlowNode[];
  places: ReadonlyMap<string, Place>;
  height: number;
  flow: Flow;
  concentration: Concentration;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
}) {
  return (
    <ul
      class={`flow-column flow-column-${side}`}
      role="list"
      aria-label={t(side === 'workspace' ? 'dashboard_workspaces' : 'dashboard_owners')}
      style={{ blockSize: `${height}px` }}
    >
      {nodes.map((node) => {
        const place = places.get(node.id)!;
        const pressed = chosen?.side === side && chosen.id === node.id;
        return (
          <li key={node.id} style={{ insetBlockStart: `${place.top}px`, blockSize: `${place.height}px` }}>
            <button
              type="button"
              class={`flow-node ${classOf(node, flow, concentration)} ${node.dying > 0 ? 'flow-dying' : ''}`}
              aria-pressed={pressed}
              onClick={() => onChoose(pressed ? null : { side, id: node.id })}
            >
              <span class="flow-name cut">{nodeName(node, side)}</span>
              <span class="flow-amount cut">
                <span class="flow-long">{node.dying > 0 ? plural('map_dying', node.dying) : amountText(node)}</span>
                <span class="flow-short" aria-hidden="true">
                  {numberText(node.dying > 0 ? node.dying : keysOf(node))}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Picture({
  flow,
  concentration,
  chosen,
  onChoose,
}: {
  flow: Flow;
  concentration: Concentration;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
}) {
  const wanted = Math.max(flow.workspaces.length, flow.owners.length) * 50;
  const left = placesOf(flow.workspaces, wanted);
  const right = placesOf(flow.owners, wanted);
  const height = Math.max(left.height, right.height);
  const owners = new Map(flow.owners.map((node) => [node.id, node]));
  const isFaint = (link: FlowLink): boolean => chosen !== null && link[chosen.side] !== chosen.id;
  return (
    <div class="flow">
      <p class="flow-head">{t('ui_column_workspace')}</p>
      <p class="flow-head">{t('map_keys')}</p>
      <p class="flow-head">{t('ui_column_owner')}</p>
      <Column
        side="workspace"
        nodes={flow.workspaces}
        places={left.places}
        {...{ height, flow, concentration, chosen, onChoose }}
      />
      <svg
        class="flow-ribbons"
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        style={{ blockSize: `${height}px` }}
        aria-hidden="true"
        focusable="false"
      >
        {ribbonsOf(flow, left.places, right.places).map(({ link, from, to }) => {
          const node = owners.get(link.owner)!;
          return (
            <path
              key={`${link.workspace} ${link.owner}`}
              d={ribbonPath(from, to)}
              class={`ribbon ${classOf(node, flow, concentration)} ${link.dying > 0 ? 'ribbon-dying' : ''} ${isFaint(link) ? 'ribbon-faint' : ''}`}
            />
          );
        })}
      </svg>
      <Column
        side="owner"
        nodes={flow.owners}
        places={right.places}
        {...{ height, flow, concentration, chosen, onChoose }}
      />
    </div>
  );
}

/** The address of the keys of one thing in the picture; `null` where it stands for several. */
function keysOfNode(flow: Flow, { side, id }: Chosen): string | null {
  const node = (side === 'workspace' ? flow.workspaces : flow.owners).find((each) => each.id === id);
  if (!node || node.kind === 'rest') return null;
  if (node.kind === 'nobody') return '#/keys?owner=unknown';
  const text = side === 'workspace' ? node.name : (node.user!.email ?? node.user!.name);
  return text === null ? null : `#/keys?q=${encodeURIComponent(`${side}:"${text}"`)}`;
}

function ChosenNode({ flow, chosen }: { flow: Flow; chosen: Chosen | null }) {
  const nodes = chosen?.side === 'workspace' ? flow.workspaces : flow.owners;
  const node = chosen && nodes.find(({ id }) => id === chosen.id);
  const far = chosen?.side === 'workspace' ? 'owner' : 'workspace';
  const farNodes = new Map((far === 'owner' ? flow.owners : flow.workspaces).map((each) => [each.id, each]));
  const href = chosen && keysOfNode(flow, chosen);
  return (
    <div class="flow-chosen">
      <p role="status">
        {node &&
          chosen &&
          t(
            'map_chosen',
            nodeName(node, chosen.side),
            amountText(node),
            listText(
              flow.links
                .filter((link) => link[chosen.side] === chosen.id)
                .sort((a, b) => keysOf(b) - keysOf(a))
                .map((link) => nodeName(farNodes.get(link[far])!, far)),
              6,
            ),
          )}
      </p>
      {href && <a href={href}>{t('map_show_keys')}</a>}
    </div>
  );
}

function Behind({ children }: { children: ComponentChildren }) {
  return (
    <details class="behind">
      <summary>{t('map_as_table')}</summary>
      {children}
    </details>
  );
}

function FlowTable({ flow }: { flow: Flow }) {
  const workspaces = new Map(flow.workspaces.map((node) => [node.id, node]));
  const owners = new Map(flow.owners.map((node) => [node.id, node]));
  const links = [...flow.links].sort((a, b) => keysOf(b) - keysOf(a)).slice(0, mostRows);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t('map_as_table')}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('ui_column_workspace')}</th>
            <th scope="col">{t('ui_column_owner')}</th>
            <th scope="col">{t('map_keys')}</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={`${link.workspace} ${link.owner}`}>
              <th scope="row">{nodeName(workspaces.get(link.workspace)!, 'workspace')}</th>
              <td>{nodeName(owners.get(link.owner)!, 'owner')}</td>
              <td>
                {amountText(link)}
                {link.dying > 0 && <span class="caution"> {plural('map_dying', link.dying)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Estate({
  model,
  organization,
  rows,
}: {
  model: DashboardModel;
  organization: OrganizationView;
  rows: readonly KeyRow[];
}) {
  const { now } = model.estate;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [leaving, setLeaving] = useState<PersonRow | null>(null);
  const result =
    leaving &&
    impact(organization.index, { kind: 'remove', users: [leaving.id], scope: 'all' }, now.value, organization.policy);
  const dying = new Set(result?.dies);
  const flow = flowOf(rows, dying, mostNodes);
  const people = model.people.value.filter((person) => person.organization.id === organization.id);
  const choices = (text: string) =>
    findPeople(people, text).map((person) => ({
      id: person.id,
      text: shownName(person.user) ?? t('ui_person_unnamed'),
      secondary: person.user.name === null ? null : person.user.email,
      tag: ownerTypeText(person.ownerType),
    }));
  const { concentration } = organization.policy;
  const fallen = rows.filter(({ id }) => dying.has(id));
  return (
    <section class="card picture" aria-labelledby="map-estate">
      <h2 id="map-estate">{t('map_estate')}</h2>
      {/* Where nobody holds a second key, nobody stands out. */}
      {flow.most && flow.most.production > 1 && (
        <p class={isHeavy(flow.most.production, flow.production, concentration) ? 'caution strong' : ''}>
          {t(
            'map_most',
            shownName(flow.most.user) ?? t('ui_person_unnamed'),
            numberText(flow.most.production),
            numberText(flow.production),
            percentText(flow.most.share),
          )}
        </p>
      )}
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
      <p role="status" class={dying.size > 0 ? 'map-takes-down' : 'soft'}>
        {leaving &&
          (dying.size === 0
            ? t('map_takes_nothing', shownName(leaving.user) ?? t('ui_person_unnamed'))
            : t(
                'map_takes_down',
                shownName(leaving.user) ?? t('ui_person_unnamed'),
                plural('ui_count_keys', dying.size),
                listText(
                  fallen.map(({ key, workspace }) => keyTitle(key, workspace.name)),
                  8,
                ),
              ))}
      </p>
      <Picture flow={flow} concentration={concentration} chosen={chosen} onChoose={setChosen} />
      <p class="legend">
        <span>
          <span class="swatch flow-plain" aria-hidden="true" />
          {t('map_legend_person')}
        </span>
        <span>
          <span class="swatch flow-service" aria-hidden="true" />
          {t('map_legend_service')}
        </span>
        <span>
          <span class="swatch flow-heavy" aria-hidden="true" />
          {t('map_legend_heavy')}
        </span>
        <span>
          <span class="swatch flow-nobody" aria-hidden="true" />
          {t('ui_owner_unknown')}
        </span>
        {dying.size > 0 && (
          <span>
            <span class="swatch ribbon-dying" aria-hidden="true" />
            {t('map_legend_dying')}
          </span>
        )}
      </p>
      <ChosenNode flow={flow} chosen={chosen} />
      <Behind>
        <FlowTable flow={flow} />
      </Behind>
    </section>
  );
}

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
  const highest = Math.max(1, ...bars.map(keysOf));
  const shown = bars.filter((bar) => /^\d|overdue/.test(bar.id) || keysOf(bar) > 0);
  return (
    <section class="card picture" aria-labelledby="map-rotation">
      <h2 id="map-rotation">{t('map_rotation')}</h2>
      <p class="soft">{t('map_rotation_why')}</p>
      <ul class="bars" role="list">
        {shown.map((bar) => (
          <li key={bar.id} class={bar.id === 'overdue' && keysOf(bar) > 0 ? 'bar-overdue' : ''}>
            <span class="bar-name">
              {bar.id === 'overdue' && keysOf(bar) > 0 ? (
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
            <span class="bar-value">{numberText(keysOf(bar))}</span>
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

function Rates({ organization }: { organization: OrganizationView }) {
  const { rows, silent } = rateRowsOf(organization);
  const { watch, tight, throttled } = organization.policy.rateThresholds;
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
                {[watch, tight, throttled].map((share) => (
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

/** The view `Map`: one organization at a time. */
export function MapView({ model }: { model: DashboardModel }) {
  const { estate } = model;
  const organizations = estate.organizations.value;
  const [wanted, setWanted] = useState<string | null>(null);
  const organization = organizations.find(({ id }) => id === wanted) ?? organizations[0];
  const rows = organization ? estate.rows.value.filter((row) => row.organization.id === organization.id) : [];
  return (
    <>
      <div class="view-head">
        <div>
          <h1>{t('dashboard_map')}</h1>
          {organization && <p class="soft">{organizationText(organization)}</p>}
        </div>
        <div class="actions">
          <OrganizationSelect
            aria-label={t('map_organization')}
            organizations={organizations}
            chosen={organization?.id}
            onChoose={({ id }) => setWanted(id)}
          />
        </div>
      </div>
      {!organization || rows.length === 0 ? (
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
          <Estate key={organization.id} model={model} organization={organization} rows={rows} />
          <div class="pictures">
            <Timeline rows={rows} now={estate.now.value} />
            <Rates organization={organization} />
          </div>
        </>
      )}
    </>
  );
}
