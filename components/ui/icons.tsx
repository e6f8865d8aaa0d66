/** Small drawings, 16 × 16, in the colour of the text around them. Always beside words, so hidden from assistive technology. */

const paths = {
  key: 'M10.5 1.5a4 4 0 0 0-3.86 5.05L1.5 11.7v2.8h2.9v-1.7h1.7v-1.7h1.5l1.1-1.15A4 4 0 1 0 10.5 1.5Zm1 2.6a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8Z',
  search:
    'M7 1.75a5.25 5.25 0 1 0 3.2 9.4l3.1 3.1 1.05-1.05-3.1-3.1A5.25 5.25 0 0 0 7 1.75Zm0 1.5a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5Z',
  down: 'M3.2 5.6 8 10.4l4.8-4.8-1.05-1.05L8 8.3 4.25 4.55Z',
  check: 'm6.4 12.4-4-4 1.1-1.1 2.9 2.9 6.1-6.1 1.1 1.1Z',
  close: 'm3.5 4.55 1.05-1.05L8 6.95l3.45-3.45 1.05 1.05L9.05 8l3.45 3.45-1.05 1.05L8 9.05 4.55 12.5 3.5 11.45 6.95 8Z',
  warning: 'M8 1.6 15 14H1L8 1.6Zm-.75 4.9v3.6h1.5V6.5h-1.5Zm0 4.6v1.4h1.5v-1.4h-1.5Z',
  stop: 'M5.1 1.5h5.8l3.6 3.6v5.8l-3.6 3.6H5.1l-3.6-3.6V5.1Zm2.15 3v4.6h1.5V4.5Zm0 5.6v1.5h1.5v-1.5Z',
  question:
    'M8 1.25a6.75 6.75 0 1 0 0 13.5 6.75 6.75 0 0 0 0-13.5Zm-.8 9.4h1.55v1.5H7.2Zm.05-1.1c-.05-2.1 1.75-2.15 1.75-3.3 0-.55-.4-.9-1-.9-.65 0-1.05.4-1.1 1.05H5.4C5.45 4.9 6.5 4 8.05 4c1.5 0 2.5.85 2.5 2.15 0 1.85-1.8 1.9-1.8 3.4Z',
  shield:
    'M8 1.2 2.5 3.3v4.2c0 3.4 2.3 6.1 5.5 7.3 3.2-1.2 5.5-3.9 5.5-7.3V3.3Zm-.9 9.6L4.4 8.1l1.05-1.05L7.1 8.7l3.45-3.45 1.05 1.05Z',
  shieldOff:
    'M8 1.2 2.5 3.3v4.2c0 3.4 2.3 6.1 5.5 7.3 3.2-1.2 5.5-3.9 5.5-7.3V3.3Zm-.75 3.1h1.5v4.2h-1.5Zm0 5.3h1.5v1.5h-1.5Z',
  download: 'M7.25 1.75h1.5v6.3l2.2-2.2L12 6.9l-4 4-4-4 1.05-1.05 2.2 2.2ZM2.5 12.5h11V14h-11Z',
  edit: 'm11.3 1.9 2.8 2.8-8.4 8.4-3.5.7.7-3.5Zm0 2.1L4.25 11.05l-.25 1 1-.25L12.05 4.7Z',
  plus: 'M7.25 2.5h1.5v4.75h4.75v1.5H8.75v4.75h-1.5V8.75H2.5v-1.5h4.75Z',
  external: 'M9 2h5v5h-1.5V4.55l-5.7 5.7-1.05-1.05 5.7-5.7H9Zm-6.5 1.5H7V5H4v7h7V9h1.5v4.5h-10Z',
  copy: 'M5 1.5h8.5V11H12V3H5Zm-2.5 3h8V14.5h-8Zm1.5 1.5v7h5V6Z',
  people:
    'M6 2.5a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM.9 13.5c0-2.7 2.2-4.4 5.1-4.4s5.1 1.7 5.1 4.4Zm11.5 0c0-2-.7-3.6-1.9-4.8 2.6-.1 4.6 1.5 4.6 4.8ZM10 7.9a2.6 2.6 0 0 0 0-5.1c1.6-.4 3.1.8 3.1 2.55S11.6 8.3 10 7.9Z',
  workspace: 'M2 2.5h5.25v5H2Zm6.75 0H14v5H8.75ZM2 8.75h5.25v5H2Zm6.75 0H14v5H8.75Z',
  settings:
    'M2 4h6.2a2 2 0 0 1 3.6 0H14v1.5h-2.2a2 2 0 0 1-3.6 0H2Zm0 6.5h2.2a2 2 0 0 1 3.6 0H14V12H7.8a2 2 0 0 1-3.6 0H2Z',
  reload: 'M8 2.5c1.6 0 3 .7 4 1.75V2h1.5v5h-5V5.5h2.6A4 4 0 1 0 12 8h1.5A5.5 5.5 0 1 1 8 2.5Z',
  trash: 'M6 1.5h4l.6 1.25H13.5v1.5h-11v-1.5h2.9Zm-2.3 4h8.6l-.6 9H4.3Z',
  sort: 'M8 2.5 11.5 7h-7Zm0 11L4.5 9h7Z',
  conflict: 'M8 1.25 14.75 8 8 14.75 1.25 8Zm-.75 3.5v4h1.5v-4Zm0 5.1v1.4h1.5v-1.4Z',
} as const;

export type IconName = keyof typeof paths;

/** One drawing. */
export function Icon({ name, class: className = '' }: { name: IconName; class?: string }) {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
