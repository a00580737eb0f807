// Stands for the tests when the headers they share are compiled: see precompiled.h.
