package org.capsula.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a method of the API answers where all goes well, for its description. Not needed where the
 * method returns it: a record tells everything itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Answers {
  /** The value that becomes JSON; {@code Void} for no content, {@code String} for any text. */
  Class<?> value();

  int status() default 200;

  /** Whether it is a list of such values. */
  boolean many() default false;
}
