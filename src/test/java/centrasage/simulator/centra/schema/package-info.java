/** The SDL brought to life by graphql-java: permissions, scalars, and where each field's value comes from. */
@NullMarked
package centrasage.simulator.centra.schema;

import org.jspecify.annotations.NullMarked;
