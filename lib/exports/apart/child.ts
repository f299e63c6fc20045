import { serveTasks } from '#lib/platform/bounded/child.ts';
import { TASKS } from './tasks.ts';

serveTasks(TASKS);
