/** Sage 200's own company databases: read where the operator says where they are, and never written. */
@NullMarked
package centrasage.sage200.client.database;

import org.jspecify.annotations.NullMarked;
