/** The plans of documents that hang on an order, and how they are recorded. */
@NullMarked
package centrasage.sync.plans;

import org.jspecify.annotations.NullMarked;
