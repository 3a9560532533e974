import { tell } from './main-job.mjs';
import { SIZES } from './support.mjs';

tell('with JavaScript off', { size: SIZES.phone, script: false });
