/** The real preload; besides, the window begins with the cases and tells when they are there. */
import '../../../../src-main/preload/index';
import { ipcRenderer } from 'electron';

location.hash = '#/cases';
const tell = (moments: Record<string, number>) => ipcRenderer.send('measured', moments);

new PerformanceObserver((list, observer) => {
  const paint = list.getEntriesByName('first-contentful-paint')[0];
  if (!paint) return;
  observer.disconnect();
  tell({ page: performance.timeOrigin, firstPaint: performance.timeOrigin + paint.startTime });
}).observe({ type: 'paint', buffered: true });

/** A row that names its case; rows that are still loading have no such part. */
const hasRows = () => (document.querySelector('[role=listbox] [role=option] b')?.textContent ?? '') !== '';

const observer = new MutationObserver(() => {
  if (!hasRows()) return;
  observer.disconnect();
  // The task after the next frame: the rows have been painted.
  requestAnimationFrame(() => setTimeout(() => tell({ rows: Date.now() })));
});
observer.observe(document, { childList: true, subtree: true, characterData: true });
