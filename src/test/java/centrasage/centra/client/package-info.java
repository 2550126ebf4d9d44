@NullMarked
package centrasage.centra.client;

import org.jspecify.annotations.NullMarked;
