/** The Dark Reader engine as its own extension would start it. */
import { enable, setFetchMethod } from 'darkreader';

setFetchMethod((url) => fetch(url));
enable({ brightness: 100, contrast: 90 });
