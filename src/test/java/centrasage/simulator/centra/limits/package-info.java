/** Centra's token buckets: three counters, each over ten seconds and over an hour, shared by everybody on the tenant. */
@NullMarked
package centrasage.simulator.centra.limits;

import org.jspecify.annotations.NullMarked;
