const PATHS = {
  home: 'M3 9.5 10 3.5l7 6M5 8.5V16h10V8.5',
  inbox: 'M3 11l2.5-6h9L17 11v5H3zM3 11h4l1.5 2h3L13 11h4',
  document: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 10h5M7.5 13h5',
  payments: 'M2.5 5h15v10h-15zM2.5 8.5h15',
  rooms: 'M4 17V4l8-1.5V17M12 5h4v12M3 17h14M9.5 10v1',
  bolt: 'M11 2.5 4.5 11H10l-1 6.5L15.5 9H10z',
  contacts: 'M10 10.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM4 17c.5-3.3 2.8-5 6-5s5.500 1.700 6 5',
  addons: 'M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM13.500 11v5M11 13.500h5',
  gallery: 'M3 4h14v12H3zM3 13l4-4 3.500 3.500L13 10l4 3.500',
  chart: 'M4 16.500V9M8 16.500V4M12 16.500v-6M16 16.500V7',
  invite:
    'M8.500 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 16.500c.4-3 2.500-4.500 5.500-4.500s5 1.500 5.500 4.500M16 6v5M13.500 8.500h5',
  gear: 'M10 12.700a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM10 2.500v2.300M10 15.200v2.300M2.500 10h2.300M15.200 10h2.300M4.700 4.700l1.600 1.600M13.700 13.700l1.600 1.600M4.700 15.300l1.600-1.600M13.700 6.300l1.600-1.600',
  caret: 'M6 8.500l4 4 4-4',
  collapse: 'M10 5l-5 5 5 5M16 5l-5 5 5 5',
  expand: 'M10 5l5 5-5 5M4 5l5 5-5 5',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  close: 'M5 5l10 10M15 5L5 15',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4',
  eye: 'M2 10c2-3.700 4.700-5.500 8-5.500s6 1.800 8 5.500c-2 3.700-4.700 5.500-8 5.500S4 13.700 2 10zM10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  copy: 'M7 7h9.500v9.500H7zM13 7V3.500H3.500V13H7',
  refresh: 'M16 8.500A6.300 6.300 0 1 0 16.300 11M16.500 4v4.500H12',
  check: 'M4.500 10.500l3.500 3.500 7.500-8',
  key: 'M7.500 14a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10.500 9l6.500-6M14 5.500l2.500 2.500',
  webhook:
    'M10 6.500a2.500 2.500 0 1 1 2.200 1.300l2.500 4.700M6.500 13.500a2.500 2.500 0 1 1 2-2.500H14M14.500 11.500a2.500 2.500 0 1 1-1.500 4.200',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing without a name of its own: what it stands for is said by the control that holds it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
