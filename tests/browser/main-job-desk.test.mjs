import { tell } from './main-job.mjs';
import { SIZES } from './support.mjs';

tell('at a desk', { size: SIZES.desk });
