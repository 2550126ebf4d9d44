package centrasage.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Ports that do something else than the real one. */
final class Doubles {
    private Doubles() {}

    /** What is done instead. */
    @FunctionalInterface
    interface Instead {
        /** @param real with these arguments, or with others that were put in their place */
        @Nullable
        Object call(String method, Object[] arguments, Callable<@Nullable Object> real) throws Exception;
    }

    static <T> T of(Class<T> port, T real, Instead instead) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    return instead.call(method.getName(), arguments, () -> {
                        try {
                            return method.invoke(real, given);
                        } catch (InvocationTargetException e) {
                            if (e.getTargetException() instanceof Exception exception) {
                                throw exception;
                            }
                            throw (Error) e.getTargetException();
                        }
                    });
                }));
    }
}
