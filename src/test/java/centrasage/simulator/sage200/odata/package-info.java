/** The part of OData that Sage 200 speaks: {@code $filter $orderby $top $skip $select $expand}, and no more. */
@NullMarked
package centrasage.simulator.sage200.odata;

import org.jspecify.annotations.NullMarked;
