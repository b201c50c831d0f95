package io.github.lambdalayer.archive;

import io.github.lambdalayer.content.DeclaredLicenses;
import io.github.lambdalayer.content.Filtering;
import io.github.lambdalayer.layer.Sha256;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One digest for all values that were added, in their order. Of records every component counts, so that
 * a new parameter cannot be forgotten here.
 */
final class Fingerprint {

  private final StringBuilder text = new StringBuilder();

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException if it is, or holds, something that is no value
   */
  Fingerprint with(@Nullable Object value) {
    if (value == null) {
      text.append("-;");
    } else if (value instanceof Record record) {
      addRecord(record);
    } else if (value instanceof DeclaredLicenses licenses) {
      with(licenses.changeable());
    } else if (value instanceof Optional<?> optional) {
      with(optional.orElse(null));
    } else if (value instanceof Collection<?> values) {
      text.append(values.size()).append('[');
      values.forEach(this::with);
      text.append(']');
    } else if (!(value instanceof Filtering.Values)) {
      // What values there are is known by what comes out of the files.
      add(scalar(value));
    }
    return this;
  }

  /** With its length, so that no two rows of texts look alike. */
  private void add(String value) {
    text.append(value.length()).append(':').append(value).append(';');
  }

  private static String scalar(Object value) {
    if (value instanceof Path path) {
      return path.toAbsolutePath().toString();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Charset charset) {
      return charset.name();
    }
    if (value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Instant) {
      return value.toString();
    }
    throw new IllegalArgumentException("what a " + value.getClass() + " stands for is not known");
  }

  private void addRecord(Record record) {
    text.append(record.getClass().getSimpleName()).append('{');
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      add(component.getName());
      with(value(record, component));
    }
    text.append('}');
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(component + " cannot be read", e);
    }
  }

  /** The digest in hexadecimal. */
  String hex() {
    return Sha256.of(text.toString()).hex();
  }
}
