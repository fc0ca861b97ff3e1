"""The steps in an agreement's life: (registry, wish) → changed texts, or refused with the way forward."""
