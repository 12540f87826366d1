/** The two clocks of the speaker window: the time of day and the time since the talk began. */
import type { SpeakerPage } from './speaker-page.js';

/** Run both clocks; a click on the second begins again. Returns what stops them. */
export function startTimer(page: SpeakerPage, plannedMinutes: number): () => void {
  let began = Date.now();
  const tick = (): void => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    page.clock.textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    page.elapsed.textContent = formatTime(seconds);
    page.planned.textContent = plannedMinutes > 0 ? ` / ${formatTime(plannedMinutes * 60)}` : '';
    page.elapsed.classList.toggle('over', plannedMinutes > 0 && seconds > plannedMinutes * 60);
  };
  page.restart.addEventListener('click', () => {
    began = Date.now();
    tick();
    // Else the next press of the space bar would begin again instead of going on.
    page.restart.blur();
  });
  tick();
  // The timer lives in the page of the talk: a window that is in the background would be slowed down.
  const timer = setInterval(tick, 500);
  return () => clearInterval(timer);
}

/** Write seconds as a talk counts them: `7:05`, `1:02:30`. */
function formatTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
