package centrasage.simulation;

import centrasage.flow.Locks;
import centrasage.sync.posting.LockWatch;
import centrasage.sync.posting.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** The watch over locks of one process: it remembers what it has seen, while each look is another worker's. */
final class LocksOfNode {
    private final LockWatch watch =
            new LockWatch(port(Store.class, () -> this.store), port(Locks.class, () -> this.locks));

    private @Nullable Store store;
    private @Nullable Locks locks;

    void look(Store throughStore, Locks throughLocks) {
        store = throughStore;
        locks = throughLocks;
        watch.look();
    }

    private interface Current {
        @Nullable
        Object port();
    }

    private static <T> T port(Class<T> type, Current current) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(method, current.port(), arguments)));
    }

    private static @Nullable Object call(Method method, @Nullable Object port, Object[] arguments) throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
