import type { ReportModel } from '../model.ts';
import { coverageIn } from './pictures-coverage.ts';
import { ratingsIn } from './pictures-ratings.ts';
import { timelineIn } from './pictures-timeline.ts';
import type { Outline } from './types.ts';
import { say } from './words.ts';

/**
 * The report in pictures: what is to be drawn, and the same in words. A picture that would show nothing is left out, and of chosen claims
 * where in the text: what has none of these would look as if it had none.
 */
export const picturesOf = (model: ReportModel): Outline['pictures'] => ({
  title: say('picturesTitle'),
  items: [ratingsIn(model), model.part === null ? coverageIn(model) : null, timelineIn(model)].filter(
    (picture) => picture !== null,
  ),
});
