export {}; // Holds the place of the package's first file: a type check of nothing is an error.
