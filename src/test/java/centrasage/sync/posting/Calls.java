package centrasage.sync.posting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Puts something around every call of a port. */
public final class Calls {
    private Calls() {}

    public interface Around {
        @Nullable
        Object call(String name, Callable<@Nullable Object> call) throws Exception;
    }

    public static <T> T around(Class<T> port, T real, Around around) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    Callable<@Nullable Object> call = () -> {
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            if (e.getTargetException() instanceof Exception exception) {
                                throw exception;
                            }
                            throw (Error) e.getTargetException();
                        }
                    };
                    return around.call(method.getName(), call);
                }));
    }
}
