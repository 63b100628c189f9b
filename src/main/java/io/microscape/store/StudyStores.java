package io.microscape.store;

import io.microscape.study.InvalidInputException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Opens a store by itself, for commands that need no more of Spring than the store does. */
public final class StudyStores {
    private StudyStores() {}

    /**
     * Opens the store; its tables are made or migrated first where that is needed.
     *
     * @throws InvalidInputException if the database cannot be opened; the message says what to do
     */
    public static CloseableStudyStore open(StoreSettings settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(StoreSettings.class, () -> settings);
        context.register(StoreConfiguration.class);
        try {
            context.refresh();
            return context.getBean(CloseableStudyStore.class);
        } catch (BeanCreationException e) {
            context.close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof InvalidInputException || cause instanceof StoreException) {
                    throw (RuntimeException) cause;
                }
            }
            throw e;
        }
    }
}
