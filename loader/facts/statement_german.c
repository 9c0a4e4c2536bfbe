#include "facts/statement_frames.h"
void frames_of_german(struct frames *f)
{
    (void)f;
}
