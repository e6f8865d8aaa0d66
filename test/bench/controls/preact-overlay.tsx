/** What an overlay costs that does nothing but stand there: Preact, thirty rows in a closed root, one coalesced observer. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const most = 30;

function rowsNow(): string[] {
  return [...document.querySelectorAll('[role=row], tr, li')].slice(0, most).map((row) => row.textContent.slice(0, 60));
}

function Overlay() {
  const [rows, setRows] = useState<string[]>([]);
  useEffect(() => {
    let waiting = false;
    const observer = new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        setRows(rowsNow());
      });
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, []);
  return (
    <ul>
      {rows.map((row, at) => (
        <li key={at}>
          <button type="button">{row}</button>
        </li>
      ))}
    </ul>
  );
}

const host = document.createElement('div');
document.documentElement.append(host);
render(<Overlay />, host.attachShadow({ mode: 'closed' }));
