// One file per feature, so that each grows beside its screens. A translation is a folder with the same files.
import articles from './articles.json';
import auth from './auth.json';
import captures from './captures.json';
import claim from './claim.json';
import commands from './commands.json';
import comments from './comments.json';
import common from './common.json';
import desk from './desk.json';
import errors from './errors.json';
import evidence from './evidence.json';
import foreign from './foreign.json';
import galley from './galley.json';
import guest from './guest.json';
import history from './history.json';
import inbox from './inbox.json';
import jobs from './jobs.json';
import letters from './letters.ts';
import needs from './needs.json';
import numbers from './numbers.json';
import outline from './outline.ts';
import people from './people.json';
import published from './public.ts';
import publishing from './publishing.json';
import reader from './reader.json';
import refusals from './refusals.ts';
import report from './report.json';
import returned from './returned.json';
import revision from './revision.json';
import settings from './settings.json';
import shell from './shell.json';
import sources from './sources.json';
import states from './states.json';
import verdict from './verdict.json';

const messages = {
  articles,
  auth,
  captures,
  claim,
  commands,
  comments,
  common,
  desk,
  errors,
  evidence,
  foreign,
  galley,
  guest,
  history,
  inbox,
  jobs,
  letters,
  needs,
  numbers,
  outline,
  people,
  public: published,
  publishing,
  reader,
  refusals,
  report,
  returned,
  revision,
  settings,
  shell,
  sources,
  states,
  verdict,
};

export default messages;
