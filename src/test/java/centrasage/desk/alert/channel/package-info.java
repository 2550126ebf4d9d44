@NullMarked
package centrasage.desk.alert.channel;

import org.jspecify.annotations.NullMarked;
