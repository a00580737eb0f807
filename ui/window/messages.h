#pragma once

// Keeps to itself what Qt and the engine say on standard error without use to the person who
// started the program, and says in one line when there is no display to open a window on (and ends
// with exit code 2, where Qt would abort).
void speakPlainly();
