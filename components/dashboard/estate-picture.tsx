/**
 * Keys as a picture in four levels: organization, workspace, key, owner. What is in it are buttons in lists, worked by
 * arrow keys; the ribbons between them are decoration, and the same stands below as a table. Where an act is thought
 * about, it shows what stops, what loses rights and what goes on.
 */
import { Fragment } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { isLiving } from '../../lib/domain/key-states.ts';
import { ownerTypeOf } from '../../lib/domain/owner-type.ts';
import type { KeyRow } from '../ui/estate.ts';
import { organizationText } from '../ui/export-button.tsx';
import { shownName } from '../ui/find-people.ts';
import { listText, numberText, unitsText } from '../ui/format.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { keyName, ownerTypeText, workspaceText } from '../ui/impact-text.ts';
import { statusText } from '../ui/key-table.tsx';
import { type MessageKey, plural, type PluralBase, t } from '../ui/text.ts';
import {
  type Amount,
  type Concentration,
  concentrationsOf,
  type EstateMap,
  type Fate,
  fateOf,
  fates,
  type Fates,
  heightOf,
  idOn,
  keysOf,
  type Level,
  levels,
  type MapLink,
  type MapNode,
  mapOf,
  noFates,
  type Place,
  placesOf,
  ribbonsOf,
} from './map-model.ts';

/** So many of each level have a place of their own, and so many more with each opening. */
const most: Readonly<Record<Level, number>> = { organization: 6, workspace: 12, key: 20, owner: 12 };
const opening = 40;
/** Rows of the table behind the picture; the view of all keys holds the rest. */
const mostRows = 200;

const heads = {
  organization: 'dashboard_organizations',
  workspace: 'dashboard_workspaces',
  key: 'map_keys',
  owner: 'dashboard_owners',
} as const satisfies Record<Level, MessageKey>;

const mores = {
  organization: 'map_more_organizations',
  workspace: 'map_more_workspaces',
  key: 'map_more_keys',
  owner: 'map_more_owners',
} as const satisfies Record<Level, PluralBase>;

const fateWords = {
  dies: 'map_fate_dies',
  replaced: 'map_fate_replaced',
  narrows: 'map_fate_narrows',
  'may-stop': 'map_fate_may_stop',
  untouched: 'map_fate_untouched',
} as const satisfies Record<Fate, MessageKey>;

const fateCounts = {
  dies: 'map_dying',
  replaced: 'map_replaced',
  narrows: 'map_narrowing',
  'may-stop': 'map_may_stop',
  untouched: 'map_untouched',
} as const satisfies Record<Fate, PluralBase>;

function ownerName({ owner }: KeyRow): string {
  return owner ? (shownName(owner) ?? t('ui_person_unnamed')) : t('ui_owner_unknown');
}

function nameOn(level: Level, row: KeyRow): string {
  if (level === 'organization') return organizationText(row.organization);
  if (level === 'workspace') return workspaceText(row.workspace.name);
  return level === 'key' ? keyName(row.key) : ownerName(row);
}

function nodeName(node: MapNode): string {
  return node.kind === 'rest' ? plural(mores[node.level], node.things) : nameOn(node.level, node.row);
}

function amountText({ production, sandbox, dead }: Amount): string {
  const said = (base: PluralBase, count: number): string[] => (count > 0 ? [plural(base, count)] : []);
  return listText([...said('map_production', production), ...said('map_sandbox', sandbox), ...said('map_dead', dead)]);
}

/** The same where there is little room, and the heading says that it is keys. */
function shortAmount({ production, sandbox, dead }: Amount): string {
  const said = (key: MessageKey, count: number): string[] => (count > 0 ? [t(key, numberText(count))] : []);
  return unitsText([
    ...said('map_short_production', production),
    ...said('map_short_sandbox', sandbox),
    ...said('map_short_dead', dead),
  ]);
}

function fatesText(amount: Amount): string {
  return listText(
    fates.flatMap((fate) => {
      const count = fateOf(amount, fate);
      return count > 0 ? [plural(fateCounts[fate], count)] : [];
    }),
  );
}

/** What stands below a name: what happens to the keys, else how many there are; for one key its state where it is no usual one. */
function detailOf(node: MapNode, given: Fates): string {
  if (node.level === 'key' && node.kind === 'one') {
    const fate = given.get(node.id);
    if (fate) return t(fateWords[fate]);
    return node.row.key.status === 'active' ? '' : statusText(node.row.key.status);
  }
  return fatesText(node) || shortAmount(node);
}

/** Worst thing that happens to any of the keys, as a class. */
function fateClass(amount: Amount): string {
  const worst = fates.find((fate) => fateOf(amount, fate) > 0);
  return worst && worst !== 'untouched' ? `flow-${worst}` : '';
}

/** A drawing beside the colour, for whoever sees no colours. */
const signs: Partial<Record<string, IconName>> = {
  'flow-plain': 'people',
  'flow-service': 'settings',
  'flow-heavy': 'warning',
  'flow-nobody': 'question',
};

/** The owner's mark where all keys are one owner's; it is the same on the owner, the keys and the ribbons to them. */
function markOf(row: KeyRow, heavy: ReadonlySet<string>): string {
  const { owner } = row;
  if (!owner) return 'flow-nobody';
  if (heavy.has(owner.id)) return 'flow-heavy';
  return ownerTypeOf(owner).endsWith('service-account') ? 'flow-service' : 'flow-plain';
}

function classOf(node: MapNode, heavy: ReadonlySet<string>): string {
  if (node.kind === 'rest') return 'flow-rest';
  return node.level === 'key' || node.level === 'owner' ? markOf(node.row, heavy) : 'flow-group';
}

const isDead = ({ production, sandbox }: Amount): boolean => production + sandbox === 0;

const ribbonPath = (from: Place, to: Place): string =>
  `M0 ${from.top}C45 ${from.top} 55 ${to.top} 100 ${to.top}V${to.top + to.height}C55 ${to.top + to.height} 45 ${
    from.top + from.height
  } 0 ${from.top + from.height}Z`;

const nodeKey = ({ level, id }: Pick<MapNode, 'level' | 'id'>): string => `${level} ${id}`;

/** Where an arrow key leads: along the level, or to the other end of the widest ribbon. */
function neighbour(map: EstateMap, from: MapNode, key: string, rtl: boolean): MapNode | undefined {
  const along = map.levels[from.level];
  const at = along.indexOf(from);
  if (key === 'ArrowDown') return along[at + 1];
  if (key === 'ArrowUp') return along[at - 1];
  if (key === 'Home') return along[0];
  if (key === 'End') return along.at(-1);
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const forward = (key === 'ArrowRight') !== rtl;
  const level = levels.indexOf(from.level);
  const links = map.links[forward ? level : level - 1];
  const [near, far] = forward ? (['from', 'to'] as const) : (['to', 'from'] as const);
  let widest: MapLink | null = null;
  for (const link of links ?? [])
    if (link[near] === from.id && (widest === null || keysOf(link) > keysOf(widest))) widest = link;
  return map.levels[levels[forward ? level + 1 : level - 1]!]?.find(({ id }) => id === widest?.[far]);
}

/** One level's list and, in the wide, the ribbons to the next one. */
function Column({
  level,
  map,
  places,
  children,
}: {
  level: Level;
  map: EstateMap;
  places: Places;
  children: (node: MapNode) => ComponentChildren;
}) {
  const total = keysOf(map);
  return (
    <>
      <p class={`flow-head flow-at-${level}`} aria-hidden="true">
        {t(heads[level])}
      </p>
      <ul class={`flow-column flow-at-${level}`} role="list" aria-label={t(heads[level])}>
        {map.levels[level].map((node) => {
          const place = places[level].get(node.id)!;
          return (
            <li
              key={node.id}
              class={place.height < roomForLines ? '' : 'flow-tall'}
              style={{
                '--top': `${place.top}px`,
                '--tall': `${place.height}px`,
                '--share': `${(100 * keysOf(node)) / total}%`,
              }}
            >
              {children(node)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** From this height on, in pixels, an amount may take several lines. */
const roomForLines = 80;

type Places = Record<Level, ReadonlyMap<string, Place>>;

function Ribbons({
  at,
  map,
  places,
  height,
  heavy,
  given,
}: {
  at: 0 | 1 | 2;
  map: EstateMap;
  places: Places;
  height: number;
  heavy: ReadonlySet<string>;
  given: Fates;
}) {
  const [left, right] = [levels[at], levels[at + 1]!];
  // The side that belongs to one owner tells the mark: the key's before it, the owner's after it.
  const marked = new Map(map.levels[at === 2 ? 'owner' : right].map((node) => [node.id, node]));
  return (
    <svg
      class={`flow-ribbons flow-after-${left}`}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {ribbonsOf(map.links[at], places[left], places[right]).map(({ link, from, to }) => (
        <path
          key={`${link.from} ${link.to}`}
          d={ribbonPath(from, to)}
          class={[
            'ribbon',
            classOf(marked.get(link.to)!, heavy),
            isDead(link) ? 'ribbon-dead' : '',
            fateClass(link),
            given.size > 0 && fateClass(link) === '' ? 'ribbon-faint' : '',
          ].join(' ')}
        />
      ))}
    </svg>
  );
}

/** What the ribbons and the drawing tell whoever sees them. */
function placeOf({ level, kind, row }: MapNode): string[] {
  if (kind !== 'one') return [];
  if (level === 'key') return [nameOn('workspace', row), ownerName(row)];
  return level === 'owner' && row.owner ? [ownerTypeText(ownerTypeOf(row.owner))] : [];
}

function NodeButton({
  node,
  heavy,
  given,
  pressed,
  reached,
  onReach,
  onPress,
}: {
  node: MapNode;
  heavy: ReadonlySet<string>;
  given: Fates;
  pressed: boolean;
  reached: boolean;
  onReach: () => void;
  onPress: () => void;
}) {
  const name = nodeName(node);
  const detail = detailOf(node, given);
  const more = placeOf(node);
  const sign = node.kind === 'rest' ? 'plus' : node.level === 'owner' ? signs[markOf(node.row, heavy)] : undefined;
  const single = node.level === 'key' && node.kind === 'one';
  return (
    <button
      type="button"
      data-node={nodeKey(node)}
      class={`flow-node ${single ? 'flow-single' : ''} ${classOf(node, heavy)} ${isDead(node) ? 'flow-dead' : ''} ${fateClass(node)}`}
      tabIndex={reached ? 0 : -1}
      {...(node.kind === 'rest' ? { 'aria-expanded': false } : { 'aria-pressed': pressed })}
      onFocus={onReach}
      onClick={onPress}
    >
      <span class="flow-name cut" title={name}>
        {sign && <Icon name={sign} />}
        {name}
      </span>
      {more.length > 0 && <span class="visually-hidden"> {more.join(', ')}</span>}
      {detail !== '' && (
        <span class="flow-amount cut" title={detail}>
          {' '}
          {detail}
        </span>
      )}
    </button>
  );
}

/** The address of the keys of one thing in the picture; `null` where no search finds just these. */
function addressOf({ level, row }: MapNode): string | null {
  if (level === 'key') return `#/keys?key=${row.id}`;
  if (level === 'organization') return null;
  if (level === 'owner' && !row.owner) return '#/keys?owner=unknown';
  const text = level === 'workspace' ? row.workspace.name : (row.owner!.email ?? row.owner!.name);
  return text === null ? null : `#/keys?q=${encodeURIComponent(`${level}:"${text}"`)}`;
}

/** What is chosen in words, with whom or what it hangs together. */
function chosenText(map: EstateMap, node: MapNode): string {
  const far: Level = node.level === 'owner' ? 'workspace' : 'owner';
  const others = map.levels[far].map(nodeName);
  return t('map_chosen', nodeName(node), fatesText(node) || amountText(node), listText(others, 6));
}

/** What a summary opens. */
export function Behind({ children }: { children: ComponentChildren }) {
  return (
    <details class="behind">
      <summary>{t('map_as_table')}</summary>
      {children}
    </details>
  );
}

function KeysTable({ rows, given }: { rows: readonly KeyRow[]; given: Fates }) {
  const shown = useMemo(() => {
    const rank = (row: KeyRow): number => {
      const fate = given.get(row.id);
      return fate ? fates.indexOf(fate) : fates.length;
    };
    return [...rows].sort((a, b) => rank(a) - rank(b)).slice(0, mostRows);
  }, [rows, given]);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('map_as_table')}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('dashboard_field_organization')}</th>
              <th scope="col">{t('ui_column_workspace')}</th>
              <th scope="col">{t('ui_column_key')}</th>
              <th scope="col">{t('ui_column_owner')}</th>
              <th scope="col">{t(given.size > 0 ? 'map_what_happens' : 'ui_column_status')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const fate = given.get(row.id);
              return (
                <tr key={row.id}>
                  <td>{nameOn('organization', row)}</td>
                  <td>{nameOn('workspace', row)}</td>
                  <th scope="row">{nameOn('key', row)}</th>
                  <td>{ownerName(row)}</td>
                  <td class={fate === 'dies' ? 'caution strong' : ''}>
                    {fate ? t(fateWords[fate]) : statusText(row.key.status)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <p class="soft">
          {t('map_first_rows', numberText(shown.length), numberText(rows.length))}{' '}
          <a href="#/keys">{t('map_all_keys')}</a>
        </p>
      )}
    </>
  );
}

function Legend({ rows, given, heavy }: { rows: readonly KeyRow[]; given: Fates; heavy: ReadonlySet<string> }) {
  const used = new Set(rows.map((row) => markOf(row, heavy)));
  const happening = new Set(given.values());
  const entries: [string, string][] = [
    ...(used.has('flow-plain') ? [['flow-plain', t('map_legend_person')] as [string, string]] : []),
    ...(used.has('flow-service') ? [['flow-service', t('map_legend_service')] as [string, string]] : []),
    ...(used.has('flow-heavy') ? [['flow-heavy', t('map_legend_heavy')] as [string, string]] : []),
    ...(used.has('flow-nobody') ? [['flow-nobody', t('ui_owner_unknown')] as [string, string]] : []),
    ...(rows.some(({ key }) => !isLiving(key.status)) ? [['flow-dead', t('map_legend_dead')] as [string, string]] : []),
    ...fates
      .filter((fate) => fate !== 'untouched' && happening.has(fate))
      .map((fate): [string, string] => [`flow-${fate}`, t(fateWords[fate])]),
  ];
  return (
    <p class="legend">
      {entries.map(([name, text]) => (
        <span key={name}>
          <span class={`swatch ${name}`} aria-hidden="true" />
          {signs[name] && <Icon name={signs[name]} />}
          {text}
        </span>
      ))}
    </p>
  );
}

const heavyOf = (spread: readonly Concentration[]): ReadonlySet<string> =>
  new Set(spread.flatMap(({ heavy }) => [...heavy]));

/**
 * The picture of some keys.
 *
 * @param all every key of the organizations shown, by which it is told who holds most; the keys themselves where they are all
 */
export function EstatePicture({
  rows,
  all = rows,
  given = noFates,
  label,
}: {
  rows: readonly KeyRow[];
  all?: readonly KeyRow[];
  given?: Fates;
  label: string;
}) {
  const [chosen, setChosen] = useState<Pick<MapNode, 'level' | 'id'> | null>(null);
  const [opened, setOpened] = useState<Partial<Record<Level, number>>>({});
  const [reached, setReached] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  /** Where the focus goes once the next picture stands: to what was opened, or to where it was folded. */
  const next = useRef<((map: EstateMap) => MapNode | undefined) | null>(null);
  const heavy = useMemo(() => heavyOf(concentrationsOf(all)), [all]);
  const narrowed = useMemo(() => {
    const found = chosen ? rows.filter((row) => idOn(chosen.level, row) === chosen.id) : rows;
    return found.length > 0 ? found : rows;
  }, [rows, chosen]);
  const map = useMemo(() => {
    const places = Object.fromEntries(
      levels.map((level) => [level, most[level] + opening * (opened[level] ?? 0)]),
    ) as Record<Level, number>;
    return mapOf(narrowed, given, places);
  }, [narrowed, given, opened]);
  const height = heightOf(map);
  const places: Places = {
    organization: placesOf(map.levels.organization, height),
    workspace: placesOf(map.levels.workspace, height),
    key: placesOf(map.levels.key, height),
    owner: placesOf(map.levels.owner, height),
  };
  const nodes = levels.flatMap((level) => map.levels[level]);
  const current = nodes.find((node) => nodeKey(node) === reached) ?? nodes[0];
  const chosenNode = chosen && nodes.find(({ level, id }) => level === chosen.level && id === chosen.id);

  const focus = (node: MapNode | undefined): void => {
    if (!node) return;
    const button = [...(box.current?.querySelectorAll<HTMLElement>('[data-node]') ?? [])].find(
      (each) => each.dataset['node'] === nodeKey(node),
    );
    button?.focus();
  };
  useLayoutEffect(() => {
    const find = next.current;
    next.current = null;
    if (find) focus(find(map));
  }, [map]);

  const press = (node: MapNode): void => {
    if (node.kind !== 'rest') {
      const again = chosen?.level === node.level && chosen.id === node.id;
      next.current = (now) => now.levels[node.level].find(({ id }) => id === node.id);
      setChosen(again ? null : { level: node.level, id: node.id });
      setOpened({});
      return;
    }
    const before = new Set(map.levels[node.level].map(({ id }) => id));
    next.current = (now) => now.levels[node.level].find(({ id }) => !before.has(id));
    setOpened({ ...opened, [node.level]: (opened[node.level] ?? 0) + 1 });
  };
  const isOpened = Object.keys(opened).length > 0;
  return (
    <div class="estate-picture">
      <p class="soft flow-hint">{t('map_hint')}</p>
      <div
        ref={box}
        class="flow-box"
        role="group"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !current) return;
          const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
          const to = neighbour(map, current, event.key, rtl);
          if (!to) return;
          event.preventDefault();
          focus(to);
        }}
      >
        <div class="flow" style={{ '--height': `${height}px` }}>
          {levels.map((level, at) => (
            <Fragment key={level}>
              <Column level={level} map={map} places={places}>
                {(node) => (
                  <NodeButton
                    node={node}
                    heavy={heavy}
                    given={given}
                    pressed={node === chosenNode}
                    reached={node === current}
                    onReach={() => setReached(nodeKey(node))}
                    onPress={() => press(node)}
                  />
                )}
              </Column>
              {at < 3 && <Ribbons at={at as 0 | 1 | 2} {...{ map, places, height, heavy, given }} />}
            </Fragment>
          ))}
        </div>
      </div>
      <Legend rows={narrowed} given={given} heavy={heavy} />
      <div class="flow-chosen">
        <p role="status">{chosenNode && chosenText(map, chosenNode)}</p>
        {chosenNode && addressOf(chosenNode) !== null && <a href={addressOf(chosenNode)!}>{t('map_show_keys')}</a>}
        {(chosenNode ?? isOpened) && (
          <button
            type="button"
            class="secondary small"
            onClick={() => {
              next.current = (now) => now.levels.organization[0];
              setChosen(null);
              setOpened({});
            }}
          >
            {t(chosenNode ? 'map_show_all' : 'map_fold')}
          </button>
        )}
      </div>
      <Behind>
        <KeysTable rows={narrowed} given={given} />
      </Behind>
    </div>
  );
}
