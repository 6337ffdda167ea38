/** Child processes of the tests run dist/: it is bundled from the sources at hand before the first of them. */
export { bundle as setup } from '../../scripts/bundle.mjs';
