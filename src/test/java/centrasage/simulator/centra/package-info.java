/**
 * A stand-in for Centra: GraphQL on {@code /graphql}, and {@code /control} to play the shop's customers and staff.
 *
 * <p>{@link centrasage.simulator.centra.CentraSimulator} serves it. What may be asked is the SDL in
 * {@code schema.graphqls}; a query that Centra would refuse is refused here too.
 */
@NullMarked
package centrasage.simulator.centra;

import org.jspecify.annotations.NullMarked;
