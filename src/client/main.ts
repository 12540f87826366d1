/** The script of a presented page. */
import { startTalk } from './start-talk.js';

const stage = document.querySelector<HTMLElement>('.reveal');
if (stage) void startTalk(stage);
